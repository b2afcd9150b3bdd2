/** Vietnamese letters must be composed, or fonts mix and equal names differ. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

const MARKS = /[\u0300-\u036f]/g;

/** Key for accent-free search: `Đồng Xoài` and `dong xoai` meet. `đ` does not decompose, so it is mapped. */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether every word of `query` begins or lies in `text`, accents and case aside. */
export function matchesSearch(text: string, query: string): boolean {
  const key = searchKey(text);
  return searchKey(query)
    .split(' ')
    .every((word) => key.includes(word));
}

const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const TONES = '\u0300\u0309\u0303\u0301\u0323';
/** After decomposition the tone marks are taken off and the letter's own mark is put back. */
const TONE = /[\u0300\u0309\u0303\u0301\u0323]/;

/**
 * Text whose plain code-point order is the Vietnamese order: letters a ă â b … d đ e ê … first, then the tones in the
 * order ngang, huyền, hỏi, ngã, sắc, nặng; runs of digits by their value (Phường 2 before Phường 10); case does not count.
 */
export function collationKey(text: string): string {
  let letters = '';
  let tones = '';
  for (const char of text.normalize('NFC').toLowerCase()) {
    const parts = char.normalize('NFD');
    const tone = TONE.exec(parts)?.[0] ?? '';
    letters += letterKey((tone ? parts.replace(tone, '') : parts).normalize('NFC'));
    tones += String(TONES.indexOf(tone || '-') + 1);
  }
  const numeric = letters.replace(/\d+/g, (digits) => digits.replace(/^0+/, '').padStart(12, '0'));
  return `${numeric}\u0001${tones}`;
}

function letterKey(letter: string): string {
  const place = LETTERS.indexOf(letter);
  return place < 0 ? letter : String.fromCharCode(0x61 + place);
}

/** −1, 0 or 1 in Vietnamese order: Bàu Bàng < Bắc Tân Uyên < Bến Cát < Dĩ An < Đồng Xoài < Thủ Dầu Một. */
export function compareVietnamese(a: string, b: string): number {
  const [x, y] = [collationKey(a), collationKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
