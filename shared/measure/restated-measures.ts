import { defineFlow, type Family, text } from './define.ts';
import { flowOf } from './dossier-terms.ts';
import { OWN_DEFINITION } from './legal-basis.ts';
import type { BilingualText, Measure } from './measure.ts';

/**
 * How often figures of a period were changed by a report that came later; `what` names what such records tell once.
 * Reports come in their own order, so figures of two stores that got them in different orders may differ here.
 */
export function defineRestated(family: Family, what: BilingualText): Measure {
  const { source } = family;
  return defineFlow({ ...family, unit: text('lần', 'times') }, [flowOf('restated')], {
    id: `${source}.restated`,
    name: text('Số lần số liệu đã báo bị sửa', 'Times that told figures were restated'),
    shortName: text('Bị sửa lại', 'Restated'),
    formula: [
      'restated',
      `Số báo cáo đến sau đã sửa ${what.vi}; tính vào ngày có số liệu bị sửa`,
      `Later reports that changed ${what.en}; on the day whose figures they changed`,
    ],
    legalBasis: OWN_DEFINITION,
    direction: 'lower',
  });
}
