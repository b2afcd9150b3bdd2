import { useMemo } from 'react';
import { childLevelOf } from '../../shared/territory/child-level.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { useLive } from '../store/use-answer.ts';
import type { TileSurroundings } from '../tile/tile-context.ts';
import type { Rerooting } from './reroot.ts';

/** What the boards are to be about, named and divided as on the server's day. */
export function useRerooting({ pack, territory, root }: TileSurroundings): Rerooting {
  const borders = territory.on(localDayOf(useLive().serverNow()));
  return useMemo(() => {
    const unit = borders.unit(root);
    const name = unit?.shortName ?? root;
    return {
      root: pack.root,
      rootName: pack.name,
      unit: root,
      unitName: root === pack.root ? pack.name : { vi: name, en: name },
      level: childLevelOf(borders, root) ?? unit?.level ?? 'commune',
    };
  }, [pack, borders, root]);
}
