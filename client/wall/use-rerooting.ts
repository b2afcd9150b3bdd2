import { useMemo } from 'react';
import type { Rerooting } from '../../shared/board/reroot.ts';
import { childLevelOf } from '../../shared/territory/child-level.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { useLive } from '../store/use-answer.ts';
import type { TileSurroundings } from '../tile/tile-context.ts';

/** What the boards are to be about, named and divided as on the server's day, or today. */
export function useRerooting(surroundings: TileSurroundings, isToday: boolean): Rerooting {
  const { pack, territory, root } = surroundings;
  const live = useLive();
  const borders = territory.on(localDayOf(isToday ? Date.now() : live.serverNow()));
  return useMemo(() => {
    const unit = borders.unit(root);
    const name = unit?.shortName ?? root;
    return {
      root: pack.root,
      rootName: pack.name,
      unit: root,
      unitName: root === pack.root ? pack.name : { vi: name, en: name },
      level: childLevelOf(borders, root) ?? unit?.level ?? 'commune',
      isToday,
    };
  }, [pack, borders, root, isToday]);
}
