import { textWidth } from '../../shared/board/text-width.ts';
import { toNfc } from '../../shared/unit/text.ts';

/** Characters that XML cannot carry are left out. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function xmlText(text: string): string {
  return toNfc(text)
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}

export interface TextLook {
  readonly size: number;
  readonly fill: string;
  readonly weight?: 400 | 600;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One line of text on its baseline. */
export function textAt(x: number, y: number, text: string, look: TextLook): string {
  const { size, fill, weight = 400, anchor = 'start' } = look;
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" style="font-size:${size}px;font-family:Inter, sans-serif;font-weight:${weight};" xml:space="preserve" fill="${fill}">${xmlText(text)}</text>`;
}

export function lineAt(x1: number, y1: number, x2: number, y2: number, stroke: string): string {
  return `<path d="M${x1} ${y1}L${x2} ${y2}" fill="none" stroke="${stroke}" stroke-width="1"></path>`;
}

export function rectAt(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"></rect>`;
}

/** Breaks at spaces; what still does not fit on the last line ends with an ellipsis. */
export function wrapText(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (textWidth(longer, size) <= width || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines.map((each) => fitText(each, size, width));
  const kept = lines.slice(0, most);
  kept[most - 1] = fitText(lines.slice(most - 1).join(' '), size, width);
  return kept;
}

/** Cut to a width, with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
