import { parseInstant } from '../../shared/unit/instant.ts';
import { parseDay, startOfDay } from '../../shared/unit/local-day.ts';
import { type CodedError, codedError } from '../errors.ts';
import type { DateField } from './event-schemas.ts';

const EARLIEST = Date.UTC(1950, 0, 1);
const PLANNED_AHEAD_MS = 30 * 365.25 * 86_400_000;

/** The span in which dates of a batch may lie (ms): events until `latest`, due dates until `latestPlanned`. */
export interface DateLimits {
  readonly latest: number;
  readonly latestPlanned: number;
}

export function dateLimits(now: number, futureLimitMs: number): DateLimits {
  return { latest: now + futureLimitMs, latestPlanned: now + PLANNED_AHEAD_MS };
}

/** ms, or undefined where the text is no real date inside the limits. */
export function readInstant(text: unknown, latest: number): number | undefined {
  if (typeof text !== 'string') return undefined;
  const instant = parseInstant(text);
  return instant !== undefined && instant >= EARLIEST && instant <= latest ? instant : undefined;
}

function readDay(text: unknown, latest: number): number | undefined {
  const day = typeof text === 'string' ? parseDay(text) : undefined;
  if (day === undefined) return undefined;
  const start = startOfDay(day);
  return start >= EARLIEST - 86_400_000 && start <= latest ? start : undefined;
}

/** The first date below `object` that is none or lies outside the limits. */
export function findWrongDate(
  object: Readonly<Record<string, unknown>>,
  fields: readonly DateField[],
  limits: DateLimits,
  path: string,
): CodedError | undefined {
  for (const field of fields) {
    const value = object[field.name];
    if (value === undefined) continue;
    const wrong = checkField(value, field, limits, path);
    if (wrong) return wrong;
  }
  return undefined;
}

function checkField(
  value: unknown,
  field: DateField,
  limits: DateLimits,
  path: string,
): CodedError | undefined {
  const latest = field.planned ? limits.latestPlanned : limits.latest;
  switch (field.form) {
    case 'instant':
      if (readInstant(value, latest) !== undefined) return undefined;
      return wrongDate(`${path}.${field.name}`, value, latest, 'an RFC 3339 instant with offset');
    case 'day':
      if (readDay(value, latest) !== undefined) return undefined;
      return wrongDate(`${path}.${field.name}`, value, latest, 'a day yyyy-MM-dd');
    case 'object':
      return findWrongDate(Object(value), field.children, limits, `${path}.${field.name}`);
    case 'array':
      return checkElements(value, field, limits, `${path}.${field.name}`);
  }
}

function checkElements(
  value: unknown,
  field: DateField,
  limits: DateLimits,
  path: string,
): CodedError | undefined {
  if (!Array.isArray(value)) return undefined;
  for (const [index, element] of value.entries()) {
    const wrong = findWrongDate(Object(element), field.children, limits, `${path}[${index}]`);
    if (wrong) return wrong;
  }
  return undefined;
}

export function wrongDate(where: string, value: unknown, latest: number, form: string): CodedError {
  const until = new Date(latest).toISOString().slice(0, 16);
  return codedError('IOC_INGEST_DATE', {
    where,
    expected: `${form} from 1950-01-01 to ${until}Z`,
    came: JSON.stringify(value)?.slice(0, 60) ?? 'nothing',
  });
}
