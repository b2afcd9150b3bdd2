import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { dayTyped } from './period-choices.ts';

const TIME = /(?:^|\s)(\d{1,2})[:hg](\d{2})(?=\s|$)/i;
const END_OF_DAY = '23:59';

/**
 * `16:00 29/12/2023`, `29/12/2023 16:00` or `29/12/2023`, the end of that day, in Vietnamese time → RFC 3339;
 * '' stays ''; undefined: no moment.
 */
export function momentTyped(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const [whole, hour = '', minute = ''] = TIME.exec(trimmed) ?? [];
  const day = dayTyped(whole === undefined ? trimmed : trimmed.replace(whole, ' '));
  if (day === undefined) return undefined;
  if (whole === undefined) return `${day}T${END_OF_DAY}:00+07:00`;
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${day}T${hour.padStart(2, '0')}:${minute}:00+07:00`;
}

/** `16:00 29/12/2023`; what is no moment as it stands. */
export function momentShown(asOf: string): string {
  const ms = Date.parse(asOf);
  return Number.isNaN(ms) ? asOf : formatDateTime(ms);
}
