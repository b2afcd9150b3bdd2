import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CoreListener, CoreSettings } from './core-calls.ts';
import { codedError, IocError } from './errors.ts';
import type { PushResult } from './http/ports.ts';
import type { ContentType } from './ingest/body.ts';
import type { Log } from './log/log.ts';
import { createDemo, createReportedOnly } from './source/demo.ts';
import type { ProvincePack } from './source/province-pack.ts';
import { Replay } from './source/replay.ts';

export interface DemoFeedPorts extends Pick<CoreSettings, 'dataDirectory'> {
  readonly log: Log;
  readonly now: () => number;
  /** `atMs` is the instant at which the body counts as received. */
  readonly push: (body: Uint8Array, type: ContentType, atMs?: number) => Promise<PushResult>;
  /** Once the past is loaded, a restart must not fold it again. */
  readonly checkpoints: { saveNow(): void };
  readonly listener: CoreListener;
}

/**
 * Loads the past of a pack's demo and its reported figures once, then lets the live part happen as the clock passes it;
 * returns the stop.
 */
export function feedDemo(read: ProvincePack, ports: DemoFeedPorts): () => void {
  const { pack, calendar, demo, reported } = read;
  const { dataDirectory, log, now, push, checkpoints, listener } = ports;
  const ready = () => listener.onReadiness({ ready: true, progress: 1 });
  if (!demo && reported.length === 0) {
    ready();
    return () => undefined;
  }
  const marker = path.join(dataDirectory, 'demo-loaded');
  const replay = new Replay({
    events: demo ? createDemo(pack, calendar, demo, reported) : createReportedOnly(reported),
    now,
    isPastLoaded: existsSync(marker),
    lastReceivedAt: log.lastReceivedAt,
    push: async (body, atMs) => refuseFaulty(await push(body, 'application/x-ndjson', atMs)),
    onProgress: (progress) => listener.onReadiness({ ready: false, progress }),
    onError: (cause) => tellFailure(listener, cause),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  replay
    .start()
    .then(() => {
      if (replay.isClosed) return;
      if (!existsSync(marker)) {
        writeFileSync(marker, 'the demo of this pack is in the log\n');
        checkpoints.saveNow();
      }
      ready();
    })
    .catch((cause) => tellFailure(listener, cause));
  return () => replay.close();
}

/** The demo is ours: an event of it that ingest refuses is a fault of the pack. */
function refuseFaulty({ quarantined: [first] }: PushResult): void {
  if (first)
    throw new IocError('IOC_SOURCE_DEMO', {
      where: `${first.id} ${first.path}`,
      came: first.message,
    });
}

function tellFailure({ onNotice }: CoreListener, cause: unknown): void {
  const { code, message } =
    cause instanceof IocError
      ? cause
      : codedError('IOC_SOURCE_DEMO', { where: 'demo', came: String(cause) });
  onNotice({ code, message });
}
