import type { Dimension } from '../../shared/measure/measure.ts';
import type { Language } from '../../shared/unit/format.ts';

const WORDS: Readonly<Record<Dimension, readonly [vi: string, en: string]>> = {
  unit: ['đơn vị', 'unit'],
  level: ['cấp', 'level'],
  field: ['lĩnh vực', 'field'],
  agency: ['cơ quan', 'agency'],
  channel: ['kênh nộp', 'channel'],
  status: ['trạng thái hồ sơ', 'dossier status'],
  zone: ['khu công nghiệp', 'industrial zone'],
  junction: ['giao lộ', 'junction'],
  owner: ['chủ quản', 'owner'],
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

/** What a dimension is called inside a sentence. */
export function dimensionWord(dimension: Dimension, language: Language): string {
  return WORDS[dimension][language === 'vi' ? 0 : 1];
}
