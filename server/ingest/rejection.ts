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

export function rejectionOf({ fault, event, schema }: Refusal, index: number): Rejection {
  return {
    index,
    code: fault.code,
    path: fault.where ?? '$',
    message: fault.message,
    source: nameOf(event?.source),
    id: nameOf(event?.id),
    raw: event ? redact(event, schema?.json ?? ENVELOPE) : '',
  };
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 128) : '';
}
