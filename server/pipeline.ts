import type { AcceptedEvent, LoggedPosition } from '../shared/event/kinds.ts';
import type { PushResult, QuarantinedEntry } from './http/ports.ts';
import type { ContentType } from './ingest/body.ts';
import type { Ingest, Ingested } from './ingest/ingest.ts';
import type { Appended, Log } from './log/log.ts';

/** Bodies taken into one commit: enough to share an fsync, little enough to keep a commit short. */
const MAX_COMMIT_BYTES = 4 * 1024 * 1024;

export interface PipelinePorts {
  readonly ingest: Ingest;
  readonly log: Log;
  readonly fold: { apply(event: AcceptedEvent, position: LoggedPosition): void };
  /** Server time, ms. */
  readonly now: () => number;
  /** Runs `then` soon, after what has already arrived has been queued. */
  readonly soon: (then: () => void) => void;
  /** Told after each commit what came of it. */
  readonly onCommit: (ingested: readonly Ingested[], appended: Appended) => void;
}

interface Waiting {
  readonly body: Uint8Array;
  readonly contentType: ContentType;
  /** Arrival, where it is not now: the past of a demo. */
  readonly atMs: number | undefined;
  readonly resolve: (result: PushResult) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * The flow: raw bodies → ingest → log → fold. Bodies that wait at the same time share one commit; each is answered
 * after the commit is on disk and folded. A body is never split over two commits, so it counts as a whole or not at all.
 */
export function createPipeline(ports: PipelinePorts) {
  const queue: Waiting[] = [];
  let isScheduled = false;

  const schedule = () => {
    if (isScheduled || queue.length === 0) return;
    isScheduled = true;
    ports.soon(() => {
      isScheduled = false;
      commit(ports, takeBatch(queue));
      schedule();
    });
  };
  return {
    push: (body: Uint8Array, contentType: ContentType, atMs?: number): Promise<PushResult> =>
      new Promise((resolve, reject) => {
        queue.push({ body, contentType, atMs, resolve, reject });
        schedule();
      }),
  };
}

function takeBatch(queue: Waiting[]): Waiting[] {
  let bytes = 0;
  const rest = queue.findIndex(({ body, atMs }, index) => {
    bytes += body.byteLength;
    return index > 0 && (bytes > MAX_COMMIT_BYTES || atMs !== queue[0]?.atMs);
  });
  return queue.splice(0, rest < 0 ? queue.length : rest);
}

function commit({ ingest, log, fold, now, onCommit }: PipelinePorts, batch: readonly Waiting[]) {
  let ingested: Ingested[];
  let appended: Appended;
  try {
    const at = batch[0]?.atMs ?? now();
    ingested = batch.map(({ body, contentType }) => ingest(body, contentType, at));
    const events = ingested.flatMap(({ events }) => events);
    appended = log.append(
      events,
      at,
      ingested.flatMap(({ rejected }) => rejected),
    );
    foldAll(fold, events, appended);
  } catch (cause) {
    for (const { reject } of batch) reject(cause);
    return;
  }
  onCommit(ingested, appended);
  let first = 0;
  for (const [i, { resolve }] of batch.entries()) {
    const { events = [], rejected = [] } = ingested[i] ?? {};
    const accepted = countAccepted(appended, first, first + events.length);
    first += events.length;
    const quarantined: QuarantinedEntry[] = rejected.map(({ index, id, code, path, message }) => ({
      index,
      id,
      code,
      path,
      message,
    }));
    resolve({ accepted, duplicate: events.length - accepted, quarantined });
  }
}

function foldAll(
  fold: PipelinePorts['fold'],
  events: readonly AcceptedEvent[],
  appended: Appended,
) {
  const { seqs, receivedAt } = appended;
  for (let i = 0; i < events.length; i++) {
    const seq = seqs[i] ?? 0;
    if (seq > 0) fold.apply(events[i] as AcceptedEvent, { seq, receivedAt });
  }
}

/** Of the events at the positions from `first` up to the one before `end`. */
function countAccepted({ seqs }: Appended, first: number, end: number): number {
  let accepted = 0;
  for (let i = first; i < end; i++) if ((seqs[i] ?? 0) > 0) accepted++;
  return accepted;
}
