import type { Dimension } from '../../shared/measure/measure.ts';
import type { Language } from '../../shared/unit/format.ts';
import { DIMENSION_WORDS } from '../../shared/words/dimension.ts';

/** What a dimension is called inside a sentence. */
export function dimensionWord(dimension: Dimension, language: Language): string {
  return DIMENSION_WORDS[dimension][language === 'vi' ? 0 : 1];
}
