/** Advance widths of Inter 600 in hundredths of an em: characters of one width side by side. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [26, 'ijl '],
  [28, 'I'],
  [32, "!.,:;'·"],
  [36, '|`ft'],
  [38, '()[]/\\'],
  [40, 'r'],
  [43, '1'],
  [46, '{}_^²-'],
  [54, '"?*'],
  [55, 's'],
  [57, 'akLz'],
  [58, 'Jc7x'],
  [59, 'eFvy'],
  [61, 'E5ohnu'],
  [64, '023689bdđgpqSRP$&#Z'],
  [67, '4TBXHK+<=>~−×'],
  [73, 'AVYCDUN'],
  [77, 'GOQĐ'],
  [84, 'w≥≤≈▲▼'],
  [90, 'm'],
  [93, 'M'],
  [102, 'W%@—'],
];
const WIDTH_OF = new Map(
  WIDTHS.flatMap(([width, chars]) => [...chars].map((char) => [char, width])),
);
const MARKS = /[\u0300-\u036f]/g;

/** Width of a line of text at a font size, both in the same unit; an upper estimate for weights up to 600. */
export function textWidth(text: string, size: number): number {
  let hundredths = 0;
  for (const char of text.normalize('NFD').replace(MARKS, '')) {
    hundredths += WIDTH_OF.get(char) ?? 77;
  }
  return (hundredths * size) / 100;
}

/** Lines that parts need which wrap as a whole, with the gap the style sheet sets between them. */
export function wrappedLines(parts: readonly string[], size: number, width: number): number {
  const gap = size * 0.9;
  let lines = 1;
  let used = 0;
  for (const part of parts) {
    const needed = textWidth(part, size) + (used > 0 ? gap : 0);
    if (used > 0 && used + needed > width) {
      lines += 1;
      used = textWidth(part, size);
    } else {
      used += needed;
    }
  }
  return lines;
}
