import type { Meter, QualitySource } from '../../../shared/query/quality.ts';
import { formatInteger, formatPercent, type Language } from '../../../shared/unit/format.ts';

const REASONS: Readonly<Record<string, { vi: string; en: string }>> = {
  IOC_QUERY_NOT_OWED: { vi: 'không có cam kết', en: 'nothing promised' },
  IOC_QUERY_NO_DENOMINATOR: { vi: 'chưa hết kỳ nào', en: 'no period has ended' },
  IOC_QUERY_NOT_CONNECTED: { vi: 'chưa từng gửi', en: 'never sent' },
  IOC_QUERY_NO_DATA: { vi: 'không có gì đến', en: 'nothing came' },
};

export interface MeterText {
  /** `99,98%`, cut and not rounded up to a whole; — without a figure. */
  readonly value: string;
  /** `8.100/8.102`, or why there is no figure. */
  readonly detail: string;
}

export function meterText({ value, num, den, reason }: Meter, language: Language): MeterText {
  if (value === null) {
    return { value: '—', detail: REASONS[reason ?? '']?.[language] ?? (reason || '') };
  }
  const parts = [num, den].map((part) => formatInteger(part, language)).join('/');
  // Of a million events one that was refused must be seen.
  const shown = num < den ? Math.min(value, 99.99) : value;
  return { value: formatPercent(shown, language), detail: parts };
}

const CODES: Readonly<Record<string, { vi: string; en: string }>> = {
  ENCODING: { vi: 'sai bảng mã', en: 'wrong encoding' },
  JSON: { vi: 'không phải JSON', en: 'no JSON' },
  TOP_TYPE: { vi: 'không phải sự kiện', en: 'no event' },
  SIZE: { vi: 'quá dài', en: 'too long' },
  TOO_MANY: { vi: 'quá nhiều trong một gói', en: 'too many in one body' },
  KIND: { vi: 'loại lạ', en: 'unknown kind' },
  FIELD: { vi: 'trường lạ', en: 'unknown field' },
  MISSING: { vi: 'thiếu trường bắt buộc', en: 'field missing' },
  VALUE: { vi: 'sai giá trị', en: 'wrong value' },
  DATE: { vi: 'sai ngày', en: 'wrong date' },
  CODE: { vi: 'mã không có trong danh mục', en: 'code not in the register' },
  DUPLICATE_KEY: { vi: 'trường lặp', en: 'field twice' },
  ENVELOPE: { vi: 'sai phong bì sự kiện', en: 'wrong envelope' },
};

/** `sai ngày`; the code itself where there are no words for it. */
export function rejectionText(code: string, language: Language): string {
  return CODES[code.replace('IOC_INGEST_', '')]?.[language] ?? code;
}

/** `12 (sai ngày 8, thiếu trường bắt buộc 4)`; empty where nothing was refused. */
export function refusedText(
  { rejected, codes }: Pick<QualitySource, 'rejected' | 'codes'>,
  language: Language,
): string {
  if (rejected === 0) return '';
  const parts = codes
    .slice(0, MOST_CODES)
    .map(({ code, count }) => `${rejectionText(code, language)} ${formatInteger(count, language)}`);
  return `${formatInteger(rejected, language)} (${parts.join(', ')})`;
}
const MOST_CODES = 3;
