import type { DueDates } from '../../shared/calendar/due-date.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { type CodedError, codedError } from '../errors.ts';
import type { Piece } from './body.ts';
import { type DateLimits, findWrongDate, readInstant, wrongDate } from './dates.ts';
import { freezeDue } from './due.ts';
import { countKnown, EVENT_SCHEMAS, type EventSchema } from './event-schemas.ts';
import { describe, explainFault, findHostile, MAX_LEVELS } from './faults.ts';
import { countStrings } from './json-text.ts';
import { dropPersonal } from './personal-fields.ts';
import { findUnknownCode, type Registers } from './registers.ts';
import { type RawEvent, type Refusal, unitOf } from './rejection.ts';
import { normalizeTexts } from './texts.ts';

/** An event let through, with its place in the body and the line the log keeps: a CloudEvent, one line of JSON. */
export type IngestedEvent = AcceptedEvent & {
  readonly index: number;
  readonly line: string;
  /** Unit it is about, '' where its kind has none. */
  readonly unit: string;
};

/** What holds for a whole body. */
export interface Rules {
  readonly registers: Registers;
  /** Codes of all units of the pack. */
  readonly units: ReadonlySet<string>;
  readonly dueDates: DueDates;
  readonly maxEventLength: number;
  readonly limits: DateLimits;
  /** See `SplitBody`. */
  readonly plain: boolean;
}

/** An event on its way: parsed, perhaps changed, not yet believed. */
interface Draft {
  readonly event: RawEvent;
  readonly schema: EventSchema | undefined;
  readonly text: string;
  /** The text no longer says what the event says. */
  changed: boolean;
  personalDropped: number;
  /** Names and string values in it. */
  strings: number;
}

export interface Taken {
  readonly event: IngestedEvent;
  readonly personalDropped: number;
  /** Names and string values in it. */
  readonly strings: number;
}

export function takeEvent(rules: Rules, piece: Piece, index: number): Taken | Refusal {
  if (typeof piece !== 'string') return { fault: piece };
  const parsed = parseEvent(rules, piece);
  if ('fault' in parsed) return parsed;
  const { event } = parsed;
  const schema = typeof event.type === 'string' ? EVENT_SCHEMAS.get(event.type) : undefined;
  const draft: Draft = {
    event,
    schema,
    text: piece,
    changed: false,
    personalDropped: 0,
    strings: 0,
  };
  const fault = normalize(rules, draft) ?? validate(draft);
  if (fault || !schema) return { fault: fault ?? noKind(), event, schema };
  return checkContent(rules, draft, schema, index);
}

function parseEvent(rules: Rules, text: string): { event: RawEvent } | { fault: CodedError } {
  if (text.length > rules.maxEventLength) {
    const detail = { where: '$', expected: rules.maxEventLength, came: text.length };
    return { fault: codedError('IOC_INGEST_SIZE', detail) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: notJson(text, error) };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const detail = { where: '$', expected: 'one event, a JSON object', came: describe(value) };
    return { fault: codedError('IOC_INGEST_TOP_TYPE', detail) };
  }
  return { event: Object(value) };
}

/** V8 quotes the text around the fault, which may be anybody's name: only the position is repeated. */
function notJson(text: string, error: unknown): CodedError {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const came = position
    ? `a text that breaks at character ${position} of ${text.length}`
    : `a text that breaks off after ${text.length} characters`;
  return codedError('IOC_INGEST_JSON', { where: '$', came });
}

/** Beside printable ASCII without a backslash there may be something to normalise or escaped. */
const NOT_PLAIN = /[^\x20-\x5b\x5d-\x7e]/;

function normalize(rules: Rules, draft: Draft): CodedError | undefined {
  const { text, event } = draft;
  if (rules.plain || !NOT_PLAIN.test(text)) return undefined;
  const hostile = findHostile(event);
  if (hostile) return hostile;
  const { changed, lone } = normalizeTexts(event);
  draft.changed = changed || /[\r\n]/.test(text);
  return lone === undefined ? undefined : codedError('IOC_INGEST_TEXT', { where: lone });
}

/** Holds the event against its schema; where that fails, without its personal fields once more. */
function validate(draft: Draft): CodedError | undefined {
  const { event, schema } = draft;
  if (schema?.open.Check(event)) {
    draft.strings = countKnown(event, schema.known);
    if (draft.strings >= 0) return undefined;
  }
  const hostile = findHostile(event);
  if (hostile) return hostile;
  const { data } = event;
  if (schema && typeof data === 'object' && data !== null && !Array.isArray(data)) {
    const known = schema.json.properties?.data?.properties ?? {};
    draft.personalDropped = dropPersonal(Object(data), new Set(Object.keys(known)));
    draft.changed = true;
    draft.strings = countStrings(event, MAX_LEVELS);
    if (schema.whole.Check(event)) return undefined;
  }
  return explainFault(event, schema);
}

function noKind(): CodedError {
  return codedError('IOC_INGEST_KIND', { where: '$.type', came: 'nothing' });
}

function checkContent(
  rules: Rules,
  draft: Draft,
  schema: EventSchema,
  index: number,
): Taken | Refusal {
  const { event, personalDropped, strings } = draft;
  const { latest } = rules.limits;
  const data: RawEvent = Object(event.data);
  const time = readInstant(event.time, latest);
  if (time === undefined) {
    return { fault: wrongDate('$.time', event.time, latest, 'an instant'), event, schema };
  }
  const fault =
    findWrongDate(data, schema.dates, rules.limits, '$.data') ??
    findUnknownCode(schema.kind, data, rules.registers);
  if (fault) return { fault, event, schema };
  if (schema.kind === 'dossier' && freezeDue(data, rules.dueDates)) draft.changed = true;
  const line = draft.changed ? JSON.stringify(event) : draft.text;
  return { event: ingested(schema, event, time, line, index), personalDropped, strings };
}

/** The schema of its kind has let the event through, so its parts have the types named here. */
function ingested(
  { kind }: EventSchema,
  { source, id, data }: RawEvent,
  time: number,
  line: string,
  index: number,
): IngestedEvent {
  const unit = unitOf(Object(data));
  return { kind, source, id, time, data, line, index, unit } as IngestedEvent;
}
