import { useEffect, useRef } from 'react';
import type { AreaCollection } from '../../viz/map-picture.ts';
import {
  createOptionChart,
  type DrawOption,
  type OptionChart,
  registerAreas,
} from '../../viz/option-chart.ts';

interface OptionViewProps {
  readonly draw: DrawOption;
  /** What the picture shows, for who cannot see it. */
  readonly label: string;
  readonly areas?: { readonly name: string; readonly collection: AreaCollection } | undefined;
}

/** A chart of `shared/chart` on a canvas that outlives every render; loaded lazily, for the chart library comes with it. */
export function OptionView({ draw, label, areas }: OptionViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<OptionChart | null>(null);
  useEffect(() => {
    if (!host.current) return;
    const made = createOptionChart(host.current);
    chart.current = made;
    return () => {
      chart.current = null;
      made.close();
    };
  }, []);
  useEffect(() => {
    if (areas) registerAreas(areas.name, areas.collection);
    chart.current?.show(draw);
  }, [draw, areas]);
  return <div ref={host} className="option-chart" role="img" aria-label={label} />;
}
