import { toNfc } from '../../shared/unit/text.ts';

/** What a spreadsheet would take as the start of a formula (OWASP, CSV injection), also after spaces. */
const FORMULA = /^[\s\u00a0]*[=+\-@|%＝＋－＠]|^[\t\r\n]/;

/** A number as people write one: a sign in front of it starts no formula. */
const NUMBER = /^[+\-\u2212]?\d[\d.,\u00a0 ]*(?:%|[\u00a0 ]?(?:điểm[\u00a0 ]%|points))?$/;

export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text) && !NUMBER.test(text);
}

/** Text that no spreadsheet computes: an apostrophe goes before what looks like a formula. */
export function plainText(text: string): string {
  const composed = toNfc(text);
  return looksLikeFormula(composed) ? `'${composed}` : composed;
}
