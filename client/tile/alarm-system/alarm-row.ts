import { ALARM_LIMITS, AT_LEAST } from '../../../shared/measure/alarm-limits.ts';
import type { AlarmPart, Measure } from '../../../shared/measure/measure.ts';
import type { Cell, Row } from '../../../shared/query/answer.ts';
import { formatNumber, type Language } from '../../../shared/unit/format.ts';
import type { Severity } from '../severity.ts';

/** One figure of the alarm system, told against its limit. */
export interface AlarmValue {
  readonly measure: string;
  readonly name: string;
  /** `0,42`, `98,61%`; null: nothing is known of it yet. */
  readonly text: string | null;
  readonly severity: Severity;
}

export interface AlarmRow {
  readonly name: string;
  readonly values: readonly AlarmValue[];
  /** `≤ 6`, `≥ 95%`, of the priorities `≈ 5/15/80%`. */
  readonly limit: string;
}

/** The shares that priorities should have, in percent. */
const ABOUT: Partial<Readonly<Record<AlarmPart, number>>> = {
  urgentShare: 5,
  highShare: 15,
  normalShare: 80,
};

/** A row of one measure, or of several that stand beside each other. */
export function alarmRow(
  ids: readonly string[],
  row: Row | undefined,
  measures: ReadonlyMap<string, Measure>,
  language: Language,
): AlarmRow {
  const known = ids.flatMap((id) => measures.get(id) ?? []);
  const isGroup = known.length > 1;
  const values = known.map((measure) => ({
    measure: measure.id,
    name: measure.name[language],
    text: valueText(row?.values[measure.id], measure, isGroup, language),
    severity: severityOf(partOf(measure), row?.values[measure.id]?.value),
  }));
  return { name: nameOf(known, language), values, limit: limitText(known, language) };
}

function partOf({ expression }: Measure): AlarmPart | undefined {
  return expression.kind === 'alarm' ? expression.part : undefined;
}

function nameOf(measures: readonly Measure[], language: Language): string {
  const [first = '', ...rest] = measures.map(({ shortName }) => shortName[language]);
  return [first, ...rest.map((name) => name.toLocaleLowerCase(language))].join(', ');
}

function valueText(
  cell: Cell | undefined,
  { decimals, unit }: Measure,
  isGroup: boolean,
  language: Language,
): string | null {
  if (typeof cell?.value !== 'number') return null;
  const number = formatNumber(cell.value, isGroup ? 0 : decimals, language);
  return unit.en === '%' && !isGroup ? `${number}%` : number;
}

/** What is beyond its limit is abnormal; what is not known is not. */
function severityOf(part: AlarmPart | undefined, value: number | null | undefined): Severity {
  if (part === undefined || typeof value !== 'number') return 'normal';
  const isMet = AT_LEAST.has(part) ? value >= ALARM_LIMITS[part] : value <= ALARM_LIMITS[part];
  return isMet ? 'normal' : 'warn';
}

function limitText(measures: readonly Measure[], language: Language): string {
  const parts = measures.flatMap((measure) => partOf(measure) ?? []);
  const about = parts.flatMap((part) => ABOUT[part] ?? []);
  if (about.length > 0) return `≈ ${about.join('/')}%`;
  const [part] = parts;
  if (part === undefined) return '';
  const percent = measures[0]?.unit.en === '%' ? '%' : '';
  return `${AT_LEAST.has(part) ? '≥' : '≤'} ${formatNumber(ALARM_LIMITS[part], 0, language)}${percent}`;
}
