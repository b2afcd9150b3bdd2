import { createDueDates } from '../../shared/calendar/due-date.ts';
import type { Calendar, Pack } from '../../shared/territory/pack.ts';
import { parseInstant } from '../../shared/unit/instant.ts';
import { codedError } from '../errors.ts';
import { type ContentType, type Piece, splitBody } from './body.ts';
import { dateLimits } from './dates.ts';
import { EVENT_SCHEMAS } from './event-schemas.ts';
import { MAX_LEVELS } from './faults.ts';
import { countQuotes, countQuotesOf, countStrings, findRepeatedKey } from './json-text.ts';
import { registersOf } from './registers.ts';
import { type RawEvent, type Rejection, rejectionOf } from './rejection.ts';
import { type IngestedEvent, type Rules, takeEvent } from './take-event.ts';

/** `events` and `rejected` together are all that was sent, each in order of `index`. */
export interface Ingested {
  readonly events: readonly IngestedEvent[];
  readonly rejected: readonly Rejection[];
  /** Personal fields that were taken out. */
  readonly personalDropped: number;
  /** Let through although they end before they begin, as in real registers now and then. */
  readonly finishedBeforeReceived: number;
}

export interface IngestOptions {
  readonly pack: Pack;
  /** Turns terms of dossiers into due dates. */
  readonly calendar: Calendar;
  /** How far ahead of the clock an event may lie. */
  readonly futureLimitMs: number;
  /** UTF-16 units of one event's text. */
  readonly maxEventLength?: number;
}

/** Body, content type, clock (ms) → what may be logged and what may not. Pure. */
export type Ingest = (body: Uint8Array, contentType: ContentType, now: number) => Ingested;

export function prepareIngest(options: IngestOptions): Ingest {
  const registers = registersOf(options.pack);
  const units = new Set(options.pack.units.map(({ code }) => code));
  const dueDates = createDueDates(options.calendar);
  const maxEventLength = options.maxEventLength ?? 65_536;
  return (body, contentType, now) => {
    const { pieces, plain } = splitBody(body, contentType);
    const limits = dateLimits(now, options.futureLimitMs);
    const rules = { registers, units, dueDates, maxEventLength, limits, plain };
    const taken = takePieces(rules, pieces);
    refuseRepeatedKeys(taken, body, pieces, rules);
    const { events, rejected, personalDropped } = taken;
    return { events, rejected, personalDropped, finishedBeforeReceived: countReversed(events) };
  };
}

interface TakenPieces {
  events: IngestedEvent[];
  rejected: Rejection[];
  personalDropped: number;
  /** Names and string values in the events. */
  strings: number;
}

function takePieces(rules: Rules, pieces: readonly Piece[]): TakenPieces {
  const taken: TakenPieces = { events: [], rejected: [], personalDropped: 0, strings: 0 };
  let index = 0;
  for (const piece of pieces) {
    const outcome = takeEvent(rules, piece, index);
    if ('fault' in outcome) taken.rejected.push(rejectionOf(outcome, index, rules.units));
    else {
      taken.events.push(outcome.event);
      taken.personalDropped += outcome.personalDropped;
      taken.strings += outcome.strings;
    }
    index++;
  }
  return taken;
}

/**
 * A key that occurs twice leaves quotes over that no parsed name or text accounts for. The whole body is counted
 * first; only where that does not come out even, each event is, and only the odd ones are read letter by letter.
 */
function refuseRepeatedKeys(
  taken: TakenPieces,
  body: Uint8Array,
  pieces: readonly Piece[],
  { plain, units }: Rules,
): void {
  if (plain && countQuotes(body) === 2 * taken.strings) return;
  const repeated = taken.events.flatMap((event) => {
    const text = pieces[event.index];
    const where = typeof text === 'string' && mayRepeatKey(text) && findRepeatedKey(text);
    if (!where) return [];
    const fault = codedError('IOC_INGEST_DUPLICATE_KEY', { where });
    const parsed: RawEvent = JSON.parse(text);
    const schema = EVENT_SCHEMAS.get(`ioc.${event.kind}.v1`);
    return [rejectionOf({ fault, event: parsed, schema }, event.index, units)];
  });
  if (repeated.length === 0) return;
  const refused = new Set(repeated.map((rejection) => rejection.index));
  taken.events = taken.events.filter((event) => !refused.has(event.index));
  taken.rejected = [...taken.rejected, ...repeated].sort((a, b) => a.index - b.index);
}

function mayRepeatKey(text: string): boolean {
  return (
    text.includes('\\') || countQuotesOf(text) !== 2 * countStrings(JSON.parse(text), MAX_LEVELS)
  );
}

function countReversed(events: readonly IngestedEvent[]): number {
  let count = 0;
  for (const event of events) {
    if (event.kind !== 'dossier' || event.data.finished === undefined) continue;
    if (isBefore(event.data.finished, event.data.received)) count++;
  }
  return count;
}

function isBefore(a: string, b: string): boolean {
  // The same offset, the rule, makes texts compare as instants do.
  if (a.length === b.length && a.slice(19) === b.slice(19)) return a < b;
  return (parseInstant(a) ?? 0) < (parseInstant(b) ?? 0);
}
