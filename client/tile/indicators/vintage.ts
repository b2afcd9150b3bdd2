import type { Cell } from '../../../shared/query/answer.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { formatPeriod, formatSpan } from '../../../shared/unit/format-time.ts';
import { parseDay } from '../../../shared/unit/local-day.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { formatAsOf } from '../freshness.ts';
import { reasonText } from '../reason.ts';

const VINTAGES: Readonly<Record<string, { vi: string; en: string }>> = {
  estimate: { vi: 'ước tính', en: 'estimate' },
  preliminary: { vi: 'sơ bộ', en: 'preliminary' },
  official: { vi: 'chính thức', en: 'official' },
  revised: { vi: 'điều chỉnh', en: 'revised' },
};

/** `tỷ đồng · 2023 · ước tính`; without a value why there is none: `chưa kết nối`. */
export function vintageText(
  cell: Cell | undefined,
  { frame }: Pick<LiveAnswer, 'frame'>,
  unit: string,
  language: Language,
): string {
  if (!frame) return '';
  if (typeof cell?.value !== 'number') {
    const isConnected = frame.freshness.dataTo !== null;
    return reasonText(isConnected ? cell?.reason : 'NOT_CONNECTED', language);
  }
  const period = periodText(cell.period ?? `${frame.period.from}/${frame.period.to}`, language);
  const vintage = cell.quality ? VINTAGES[cell.quality]?.[language] : undefined;
  const day = vintage === undefined && cell.asOf ? formatAsOf(cell.asOf) : undefined;
  return [unit, period, vintage, day].filter(Boolean).join(' · ');
}

/** `2023`, `tháng 11/2023`, `11 tháng năm 2023`; takes a period key or two days. */
function periodText(period: string, language: Language): string {
  const [from, to] = period.split('/').map(parseDay);
  const text =
    from !== undefined && to !== undefined
      ? formatSpan({ from, to }, language)
      : formatPeriod(period, language);
  return text.replace(/^năm (?=\d{4}$)/, '');
}
