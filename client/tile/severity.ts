import { formatNumber, type Language } from '../../shared/unit/format.ts';

/** Beyond these a value is abnormal. */
export interface Limits {
  readonly warnBelow?: number | undefined;
  readonly warnAbove?: number | undefined;
  readonly alarmBelow?: number | undefined;
  readonly alarmAbove?: number | undefined;
}

export type Severity = 'normal' | 'warn' | 'alarm';

const isBelow = (value: number, limit: number | undefined) => limit !== undefined && value < limit;
const isAbove = (value: number, limit: number | undefined) => limit !== undefined && value > limit;

/** No value is not abnormal: it is missing, which the tile says in words. */
export function severityOf(value: number | null | undefined, limits: Limits): Severity {
  if (value === null || value === undefined) return 'normal';
  if (isBelow(value, limits.alarmBelow) || isAbove(value, limits.alarmAbove)) return 'alarm';
  if (isBelow(value, limits.warnBelow) || isAbove(value, limits.warnAbove)) return 'warn';
  return 'normal';
}

/** Which limit a value broke, in words: `dưới 97%`; empty for a normal value. */
export function limitText(
  value: number,
  limits: Limits,
  unit: string,
  decimals: number,
  language: Language,
): string {
  const isAlarm = severityOf(value, limits) === 'alarm';
  const low = isAlarm ? limits.alarmBelow : limits.warnBelow;
  const high = isAlarm ? limits.alarmAbove : limits.warnAbove;
  const words = language === 'vi' ? ['dưới', 'trên'] : ['below', 'above'];
  const write = (limit: number) => {
    const places = Number.isInteger(limit) ? 0 : Math.max(decimals, 1);
    return `${formatNumber(limit, places, language)}${unit === '%' ? '%' : ''}`;
  };
  if (low !== undefined && value < low) return `${words[0]} ${write(low)}`;
  if (high !== undefined && value > high) return `${words[1]} ${write(high)}`;
  return '';
}
