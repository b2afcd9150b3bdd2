import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CoreListener, CoreSettings } from './core-calls.ts';
import { codedError, IocError } from './errors.ts';
import type { PushResult } from './http/ports.ts';
import type { ContentType } from './ingest/body.ts';
import type { Log } from './log/log.ts';
import { createDemo, type DemoEvents } from './source/demo.ts';
import type { ProvincePack } from './source/province-pack.ts';

const FEED_EVERY_MS = 200;
/** Live events of one push; a fast replay brings more at a time. */
const MAX_LINES = 2000;
/** A restart feeds the last minutes again: what is there already counts as duplicate. */
const OVERLAP_MS = 600_000;

export interface DemoFeedPorts extends Pick<CoreSettings, 'dataDirectory'> {
  readonly log: Log;
  readonly now: () => number;
  /** `atMs` is the instant at which the body counts as received. */
  readonly push: (body: Uint8Array, type: ContentType, atMs?: number) => Promise<PushResult>;
  readonly listener: CoreListener;
}

/** Loads the past of a pack's demo once, then lets its live part happen as the clock passes it; returns the stop. */
export function feedDemo({ pack, calendar, demo }: ProvincePack, ports: DemoFeedPorts): () => void {
  const { listener } = ports;
  if (!demo) {
    listener.onReadiness({ ready: true, progress: 1 });
    return () => undefined;
  }
  const stop = new AbortController();
  const events = createDemo(pack, calendar, demo);
  loadPast(events, ports, stop.signal)
    .then(() => {
      if (stop.signal.aborted) return;
      listener.onReadiness({ ready: true, progress: 1 });
      follow(events, ports, stop.signal);
    })
    .catch((cause) => tellFailure(listener, cause));
  return () => stop.abort();
}

async function loadPast(
  events: DemoEvents,
  { dataDirectory, push, listener }: DemoFeedPorts,
  signal: AbortSignal,
): Promise<void> {
  const marker = path.join(dataDirectory, 'demo-loaded');
  if (existsSync(marker)) return;
  for (const { body, receivedAt, progress } of events.bulk()) {
    if (signal.aborted) return;
    refuseFaulty(await push(body, 'application/x-ndjson', receivedAt));
    listener.onReadiness({ ready: false, progress });
  }
  writeFileSync(marker, 'the demo of this pack is in the log\n');
}

function follow(events: DemoEvents, ports: DemoFeedPorts, signal: AbortSignal): void {
  const { log, now, push, listener } = ports;
  let fedUntilMs = Math.max(events.replay.from, log.lastReceivedAt - OVERLAP_MS);
  const step = async () => {
    const untilMs = now();
    const lines = events.live(fedUntilMs, untilMs).map(({ line }) => line);
    for (let i = 0; i < lines.length; i += MAX_LINES) {
      const body = new TextEncoder().encode(lines.slice(i, i + MAX_LINES).join('\n'));
      refuseFaulty(await push(body, 'application/x-ndjson'));
    }
    fedUntilMs = untilMs;
  };
  const run = () => {
    if (signal.aborted) return;
    step()
      .catch((cause) => tellFailure(listener, cause))
      .finally(() => setTimeout(run, FEED_EVERY_MS));
  };
  run();
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
