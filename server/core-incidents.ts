import type { IncidentEvent } from '../shared/duty/incident.ts';
import { parseLogged } from './ingest/logged.ts';
import type { Log, Segment } from './log/log.ts';

/** At the first reading this many events are looked through from the end, later only what is new. */
const LOOKED_THROUGH = 100_000;
/** At a time, so that others get their turn. */
const AT_A_TIME = 2000;
/** Incidents kept: the newest ones. */
const KEPT = 500;
const TYPE = 'ioc.incident.v1';

interface KeptEvent {
  readonly event: IncidentEvent;
  /** Of its newest revision, ms. */
  readonly time: number;
}

/** The newest revisions of incidents that sources sent, newest incident first; each event of the log is looked at once. */
export function incidentReader(
  log: Pick<Log, 'lastSeq' | 'read'>,
  pause: () => Promise<void>,
): () => Promise<readonly IncidentEvent[]> {
  const byId = new Map<string, KeptEvent>();
  let seen = -1;
  const take = (line: string, seq: number) => {
    if (!line.includes(TYPE)) return;
    const { kind, source, time, data } = parseLogged(line);
    if (kind !== 'incident') return;
    const { id, unit, place, severity, opened, closed } = data;
    const known = byId.get(id);
    // The newest revision by its time, then by arrival.
    if (known && known.time > time) return;
    const closedAt = closed === undefined ? undefined : Date.parse(closed);
    const openedAt = Date.parse(opened);
    byId.set(id, {
      event: { id, source, kind: data.kind, unit, place, severity, openedAt, closedAt, seq },
      time,
    });
  };
  const takeAll = ({ firstSeq, lines }: Segment) => {
    for (const [i, line] of lines.entries()) take(line, firstSeq + i);
  };
  return async () => {
    const last = log.lastSeq;
    if (seen < 0) seen = Math.max(0, last - LOOKED_THROUGH);
    while (seen < last) {
      const to = Math.min(seen + AT_A_TIME, last);
      for (const segment of log.read(seen + 1, to)) takeAll(segment);
      seen = to;
      await pause();
    }
    const newest = [...byId.values()].sort((a, b) => b.event.openedAt - a.event.openedAt);
    for (const { event } of newest.slice(KEPT)) byId.delete(event.id);
    return newest.slice(0, KEPT).map(({ event }) => event);
  };
}
