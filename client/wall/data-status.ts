import { formatNumber, type Language } from '../../shared/unit/format.ts';
import type { LiveState } from '../store/live-state.ts';
import { formatMoment } from '../tile/freshness.ts';

export interface DataStatus extends Pick<LiveState, 'loading' | 'sources'> {
  /** The connection has been gone for longer than a moment. */
  readonly isLost: boolean;
  /** Time of the newest data on the wall, ms. */
  readonly dataTo: number | null;
}

const WORDS = {
  vi: {
    lost: 'Mất kết nối',
    asOf: 'số liệu lúc',
    loading: 'Đang nạp dữ liệu',
    to: 'Dữ liệu đến',
    sources: 'nguồn đúng hạn',
  },
  en: {
    lost: 'Disconnected',
    asOf: 'data as of',
    loading: 'Loading data',
    to: 'Data to',
    sources: 'sources on time',
  },
} as const;

/** `Dữ liệu đến 16:42 · 14/15 nguồn đúng hạn`, or what stands in its place while that is not known. */
export function dataStatusText(status: DataStatus, nowMs: number, language: Language): string {
  const { isLost, loading, dataTo, sources } = status;
  const words = WORDS[language];
  const moment = dataTo === null ? '' : formatMoment(dataTo, nowMs);
  if (isLost) return moment ? `${words.lost} · ${words.asOf} ${moment}` : words.lost;
  if (loading !== null) return `${words.loading} ${formatNumber(loading * 100, 0, language)}%`;
  const onTime = sources?.total ? `${sources.onTime}/${sources.total} ${words.sources}` : '';
  return [moment && `${words.to} ${moment}`, onTime].filter(Boolean).join(' · ');
}
