import type { Dimension } from '../measure/measure.ts';
import type { Language } from '../unit/format.ts';

/** What a dimension is called inside a sentence, in Vietnamese and English. */
export const DIMENSION_WORDS: Readonly<Record<Dimension, readonly [vi: string, en: string]>> = {
  unit: ['đơn vị', 'unit'],
  level: ['cấp', 'level'],
  field: ['lĩnh vực', 'field'],
  agency: ['cơ quan', 'agency'],
  channel: ['kênh nộp', 'channel'],
  status: ['trạng thái hồ sơ', 'dossier status'],
  zone: ['khu công nghiệp', 'industrial zone'],
  junction: ['giao lộ', 'junction'],
  owner: ['chủ quản', 'owner'],
  contractor: ['nhà thầu', 'contractor'],
  stage: ['bước', 'stage'],
  state: ['trạng thái camera', 'camera state'],
  part: ['thành phần', 'part'],
  camera: ['camera', 'camera'],
  incidentKind: ['loại sự cố', 'kind of incident'],
  severity: ['mức độ', 'severity'],
  place: ['địa điểm', 'place'],
  index: ['chỉ số', 'index'],
  tier: ['hạng', 'tier'],
  plan: ['kế hoạch', 'plan'],
  system: ['hệ thống', 'system'],
  source: ['nguồn', 'source'],
};

/** At the head of a column: `Lĩnh vực`; a name of no dimension comes back as it is. */
export function dimensionName(dimension: string, language: Language): string {
  const words: Readonly<Record<string, readonly [string, string]>> = {
    ...DIMENSION_WORDS,
    programme: ['chương trình', 'programme'],
  };
  const word = words[dimension]?.[language === 'vi' ? 0 : 1] ?? dimension;
  return `${word.slice(0, 1).toLocaleUpperCase('vi')}${word.slice(1)}`;
}
