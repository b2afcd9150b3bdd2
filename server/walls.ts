import { BOARD_TOPIC, createWallBoards, type WallBoards } from './boards/wall-boards.ts';
import { groundOf } from './source/pack-references.ts';
import type { ProvincePack } from './source/province-pack.ts';
import type { Store } from './store/store.ts';

/** What is on the wall, also after another process has put something there. */
export async function openWalls(
  store: Store,
  pack: ProvincePack,
  warn: (cause: unknown) => void,
): Promise<WallBoards> {
  const walls = createWallBoards({
    boards: pack.boards,
    ground: groundOf(pack),
    journal: store.journal,
    documents: store.documents,
    now: Date.now,
    warn,
  });
  await walls.refresh();
  store.onChange(({ topic }) => {
    if (topic === BOARD_TOPIC) walls.refresh().catch(warn);
  });
  return walls;
}
