/** How a source writes numbers: `1.919,5` (vi), `1,919.5` (en), `1919.5` (plain: a machine wrote it). */
export type NumberStyle = 'vi' | 'en' | 'plain';

const FORMS: Readonly<Record<NumberStyle, RegExp>> = {
  vi: /^[-−+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/,
  en: /^[-−+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/,
  plain: /^[-+]?\d+(\.\d+)?$/,
};

/**
 * The number a text means in a stated style; undefined when it is none in that style. The style is never guessed:
 * `1.919` is 1919 in Vietnamese and 1.919 elsewhere, and `3.4` (a date in Vietnamese texts) is no Vietnamese number.
 */
export function parseNumber(text: string, style: NumberStyle): number | undefined {
  const trimmed = text.replace(/[\s\u00a0]/g, '').replace(/%$/, '');
  if (!FORMS[style].test(trimmed)) return undefined;
  const [group, point] = style === 'vi' ? ['.', ','] : [',', '.'];
  const plain = trimmed.replaceAll(group, '').replace(point, '.').replace('−', '-');
  return Number(plain);
}
