import type { Board } from '../../../shared/board/board.ts';
import { boardText } from '../../../shared/board/edit/file-text.ts';

/** Hands the board over as the file that lies in a pack: `<id>.json`. */
export function saveAsFile(board: Board): void {
  const url = URL.createObjectURL(new Blob([boardText(board)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${board.id}.json`;
  link.click();
  URL.revokeObjectURL(url);
}

/** What a chosen file holds; undefined where it is no JSON. */
export async function readFile(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}
