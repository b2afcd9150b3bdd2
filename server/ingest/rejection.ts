import type { CodedError, ErrorCode } from '../errors.ts';
import type { EventSchema } from './event-schemas.ts';
import { redact } from './redact.ts';

/** A refused event. `raw` comes without personal fields, '' where the text could not be read. */
export interface Rejection {
  readonly index: number;
  readonly code: ErrorCode;
  /** JSON path inside the event. */
  readonly path: string;
  readonly message: string;
  /** '' where the event does not tell. */
  readonly source: string;
  readonly id: string;
  readonly raw: string;
  /** Unit it is about; '' where it names none that the pack knows: what stands there may be anything. */
  readonly unit: string;
}

/** Parsed JSON of one event, before anything is known of it. */
export type RawEvent = Record<string, unknown>;

/** Why an event is refused, and what could be read of it. */
export interface Refusal {
  readonly fault: CodedError;
  readonly event?: RawEvent | undefined;
  readonly schema?: EventSchema | undefined;
}

const ENVELOPE = { properties: { source: {}, id: {}, type: {}, time: {}, specversion: {} } };

export function rejectionOf(
  { fault, event, schema }: Refusal,
  index: number,
  units: ReadonlySet<string>,
): Rejection {
  const unit = unitOf(Object(event?.data));
  return {
    index,
    code: fault.code,
    path: fault.where ?? '$',
    message: fault.message,
    source: nameOf(event?.source),
    id: nameOf(event?.id),
    unit: units.has(unit) ? unit : '',
    raw: event ? redact(event, schema?.json ?? ENVELOPE) : '',
  };
}

/** The unit that an event's data name; '' where they name none. */
export function unitOf({ unit }: RawEvent): string {
  return typeof unit === 'string' ? unit : '';
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 128) : '';
}
