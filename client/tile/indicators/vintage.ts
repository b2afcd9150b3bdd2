import type { Cell } from '../../../shared/query/answer.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { periodText } from '../../../shared/words/figure.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { formatAsOf } from '../freshness.ts';

const VINTAGES: Readonly<Record<string, { vi: string; en: string }>> = {
  estimate: { vi: 'ước tính', en: 'estimate' },
  preliminary: { vi: 'sơ bộ', en: 'preliminary' },
  official: { vi: 'chính thức', en: 'official' },
  revised: { vi: 'điều chỉnh', en: 'revised' },
};

/** `ước tính`; nothing for what carries no vintage. */
export function vintageWord(quality: string | undefined, language: Language): string | undefined {
  return quality === undefined ? undefined : VINTAGES[quality]?.[language];
}

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
  const period = periodText(
    cell.period ?? `${frame.period.from}/${frame.period.to}`,
    language,
  ).replace(/^năm (?=\d{4}$)/, '');
  const vintage = vintageWord(cell.quality, language);
  const day = vintage === undefined && cell.asOf ? formatAsOf(cell.asOf) : undefined;
  return [unit, period, vintage, day].filter(Boolean).join(' · ');
}
