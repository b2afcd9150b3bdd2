import { useEffect, useState } from 'react';
import type { BoundaryLayer } from '../../../shared/territory/boundary-layer.ts';
import { useStudio } from '../studio-context.ts';

/** Names of the pack's layers of boundaries, those of districts first; null while they are asked for. */
export function useLayers(): readonly string[] | null {
  const { call } = useStudio();
  const [layers, setLayers] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void call<readonly BoundaryLayer[]>('/api/v1/boundaries').then((answer) => {
      if (isGone) return;
      const all = 'body' in answer ? answer.body : [];
      const first = all.filter(({ level }) => level === 'district');
      const rest = all.filter(({ level }) => level !== 'district');
      setLayers([...first, ...rest].map(({ name }) => name));
    });
    return () => {
      isGone = true;
    };
  }, [call]);
  return layers;
}
