import type { Alarm } from '../../../shared/alarm/alarm.ts';
import { formatInteger, formatNumber, formatPoints } from '../../../shared/unit/format.ts';
import { formatAge } from '../../../shared/unit/format-time.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { type DeskSurroundings, unitName } from '../desk-context.ts';
import { ALARMS_WORDS } from './alarms-words.ts';

const MINUTE_MS = 60_000;

type Desk = Pick<DeskSurroundings, 'language' | 'names' | 'measures' | 'pack' | 'borders'>;

/** What the alarm is about: `Thuận An`, `BOT QL13`, `Ngã tư Bình Chuẩn` … */
export function subjectText({ subject }: Pick<Alarm, 'subject'>, desk: Desk): string {
  const { unit: _, ...codes } = subject.codes;
  const places = Object.entries(codes).map(([dimension, code]) =>
    dimension === 'site'
      ? siteText(code, desk)
      : nameOf(desk.names, dimension, code, desk.language),
  );
  return [...new Set(places.length > 0 ? places : [unitText(subject.unit, desk)])].join(' · ');
}

/** A commune with its district: two of them may have one name. */
function unitText(code: string, desk: Desk): string {
  const { level, parent } = desk.borders.unit(code) ?? {};
  const name = unitName(desk, code);
  const isWithin = level === 'commune' && parent !== undefined && parent !== desk.pack.root;
  return isWithin ? `${name}, ${unitName(desk, parent)}` : name;
}

/** A site is a junction or a zone; a camera that stands alone has no name here. */
function siteText(code: string, { names, language }: Desk): string {
  const register = ['junction', 'zone'].find((each) => names.get(each)?.has(code));
  return register ? nameOf(names, register, code, language) : code;
}

/** A value of the alarm with its unit: `12 hồ sơ`, `95,79%`, `2.500 camera`, `4,2 chu kỳ`. */
export function valueText(
  { kind, measure, isPercent }: Pick<Alarm, 'kind' | 'measure' | 'isPercent'>,
  value: number | null,
  { language, measures }: Desk,
): string {
  const words = ALARMS_WORDS[language];
  if (kind === 'outage') return `${formatInteger(value, language)} ${words.cameras}`;
  if (kind === 'stale-source') return `${formatNumber(value, 1, language)} ${words.cadences}`;
  const known = measure === undefined ? undefined : measures.get(measure);
  if (isPercent) return `${formatNumber(value, 1, language, 'always')}%`;
  const isMove = kind === 'change' || kind === 'rate';
  const sign = isMove ? 'always' : undefined;
  const unit = known?.unit[language] ?? '';
  if (isMove && unit === '%') return formatPoints(value, language);
  const number = formatNumber(value, known?.decimals ?? 0, language, sign);
  return unit === '%' ? `${number}%` : `${number} ${unit}`.trim();
}

export interface DueText {
  readonly text: string;
  readonly isLate: boolean;
}

/** Until when the first action is due; null once somebody has taken the alarm on, or it is not on the list. */
export function dueText(alarm: Alarm, nowMs: number, language: 'vi' | 'en'): DueText | null {
  if (alarm.place !== 'unacknowledged') return null;
  const words = ALARMS_WORDS[language];
  const leftMs = alarm.announcedAtMs + alarm.responseMinutes * MINUTE_MS - nowMs;
  const age = formatAge(Math.abs(leftMs), language);
  return leftMs < 0
    ? { text: words.overdue(age), isLate: true }
    : { text: words.within(age), isLate: false };
}

/** `15 phút`, `4 giờ`. */
export function responseText(minutes: number, language: 'vi' | 'en'): string {
  const words = ALARMS_WORDS[language];
  return minutes % 60 === 0
    ? words.hours(formatInteger(minutes / 60, language))
    : words.minutes(formatInteger(minutes, language));
}

/** The unit and the role that answer for it. */
export function ownerText({ owner }: Pick<Alarm, 'owner'>, desk: Desk): string {
  const unit = owner.unit === undefined ? [] : [unitName(desk, owner.unit)];
  const role = owner.role ? [owner.role[desk.language]] : [];
  return [...role, ...unit].join(', ');
}
