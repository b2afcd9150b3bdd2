import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { parseInstant } from '../../shared/unit/instant.ts';
import { EVENT_SCHEMAS } from './event-schemas.ts';

interface LoggedLine {
  readonly type: string;
  readonly source: string;
  readonly id: string;
  readonly time: string;
  readonly data: AcceptedEvent['data'];
}

/** A line that ingest made, read back from the log. It is not validated again: the log's checksum vouches for it. */
export function parseLogged(line: string): AcceptedEvent {
  const { type, source, id, time, data }: LoggedLine = JSON.parse(line);
  const kind = EVENT_SCHEMAS.get(type)?.kind ?? 'link';
  return { kind, source, id, time: parseInstant(time) ?? 0, data } as AcceptedEvent;
}
