import type { Board } from '../../../shared/board/board.ts';
import { boardText } from '../../../shared/board/edit/file-text.ts';
import { download } from '../../ui/download.ts';

/** Hands the board over as the file that lies in a pack: `<id>.json`. */
export function saveAsFile(board: Board): void {
  download(new Blob([boardText(board)], { type: 'application/json' }), `${board.id}.json`);
}

/** Something that is no board, as it was kept. */
export function saveBodyAsFile(body: unknown, name: string): void {
  const text = `${JSON.stringify(body, null, 2)}\n`;
  download(new Blob([text], { type: 'application/json' }), `${name}.json`);
}

/** What a chosen file holds; undefined where it is no JSON. */
export async function readFile(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}
