import { formatInteger, type Language } from '../../../shared/unit/format.ts';

interface CardWords {
  readonly close: string;
  readonly measure: string;
  readonly formula: string;
  readonly parts: string;
  readonly scope: string;
  readonly period: string;
  readonly compared: string;
  readonly target: string;
  readonly asOf: string;
  readonly vintage: string;
  readonly printed: string;
  readonly legalBasis: string;
  readonly sources: string;
  readonly source: string;
  readonly valid: string;
  readonly complete: string;
  readonly clean: string;
  readonly fresh: string;
  readonly fields: string;
  readonly refused: string;
  readonly duplicates: string;
  readonly conflicts: string;
  readonly none: string;
  readonly noSource: string;
  readonly nameless: string;
  readonly events: string;
  readonly eventsHidden: string;
  readonly final: string;
  readonly revised: (times: string) => string;
  readonly notRevised: string;
  readonly before: string;
  readonly restated: string;
  readonly restatedTimes: (times: number) => string;
  readonly neverRestated: string;
}

export const CARD_WORDS: Readonly<Record<Language, CardWords>> = {
  vi: {
    close: 'Đóng',
    measure: 'Chỉ tiêu',
    formula: 'Công thức',
    parts: 'Tử số / mẫu số',
    scope: 'Phạm vi',
    period: 'Kỳ số liệu',
    compared: 'So sánh',
    target: 'Mục tiêu, kế hoạch',
    asOf: 'Số liệu đến',
    vintage: 'Phiên bản',
    printed: 'Đã công bố',
    legalBasis: 'Căn cứ',
    sources: 'Chất lượng nguồn, 30 ngày gần nhất theo ngày đến',
    source: 'Nguồn',
    valid: 'Đúng',
    complete: 'Đủ',
    clean: 'Sạch',
    fresh: 'Sống',
    fields: 'trường bắt buộc',
    refused: 'Bị từ chối, đang cách ly',
    duplicates: 'trùng',
    conflicts: 'trùng mã, khác nội dung',
    none: 'không có',
    noSource: 'chưa có nguồn nào gửi',
    nameless: 'Không rõ nguồn',
    events: 'Sự kiện mới nhất',
    eventsHidden: 'mã từng sự kiện chỉ dành cho quản trị viên',
    final: 'kỳ đã khép',
    revised: (times) => `đã điều chỉnh ${times} lần`,
    notRevised: 'chưa điều chỉnh',
    before: 'Trước khi điều chỉnh',
    restated: 'Sửa lại',
    restatedTimes: (times) =>
      times === 0
        ? 'chưa có báo cáo nào sửa số liệu của kỳ'
        : `${formatInteger(times, 'vi')} báo cáo đến sau đã sửa số liệu của kỳ`,
    neverRestated: 'mỗi báo cáo là của một thời điểm, không sửa báo cáo trước',
  },
  en: {
    close: 'Close',
    measure: 'Measure',
    formula: 'Formula',
    parts: 'Numerator / denominator',
    scope: 'Scope',
    period: 'Period',
    compared: 'Comparison',
    target: 'Target, plan',
    asOf: 'Data up to',
    vintage: 'Vintage',
    printed: 'As published',
    legalBasis: 'Legal basis',
    sources: 'Quality of the sources, last 30 days by day of arrival',
    source: 'Source',
    valid: 'Valid',
    complete: 'Complete',
    clean: 'Clean',
    fresh: 'Fresh',
    fields: 'mandatory fields',
    refused: 'Refused, in quarantine',
    duplicates: 'duplicates',
    conflicts: 'same id, other content',
    none: 'none',
    noSource: 'no source has sent anything',
    nameless: 'Unknown source',
    events: 'Newest events',
    eventsHidden: 'ids of single events are for the administrator',
    final: 'period closed',
    revised: (times) => `revised ${times} times`,
    notRevised: 'not revised',
    before: 'Before it was revised',
    restated: 'Restated',
    restatedTimes: (times) =>
      times === 0
        ? 'no later report changed figures of the period'
        : `${formatInteger(times, 'en')} later ${times === 1 ? 'report' : 'reports'} changed figures of the period`,
    neverRestated: 'each report is of its own moment and changes none before it',
  },
};
