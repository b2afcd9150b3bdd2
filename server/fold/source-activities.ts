import type { AcceptedEvent, Kind, LoggedPosition } from '../../shared/event/kinds.ts';
import type { MeasureSource } from '../../shared/measure/measure.ts';
import { mixNumber, mixText, type SetDigest } from './mixing.ts';
import { jsonPart, type Part, type PartReader } from './part.ts';
import type { SourceActivity } from './view.ts';

const PART = 'sources';
type Activity = { -readonly [K in keyof SourceActivity]: SourceActivity[K] };

/** Which measure source a kind feeds. */
export const FED: Readonly<Record<Kind, MeasureSource>> = {
  dossier: 'dossier',
  observation: 'observation',
  coverage: 'coverage',
  camera: 'camera',
  'camera-status': 'camera',
  'camera-maintenance': 'camera',
  assessment: 'assessment',
  petition: 'petition',
  incident: 'incident',
  'stage-plan': 'stage-plan',
  link: 'link',
};

/**
 * What has come from whom, and how new it is. Freshness is data time: the newest event time, but never after the
 * event's arrival, lest one wrong clock keep a dead source fresh for years.
 */
export class SourceActivities {
  readonly #activities = new Map<string, Map<string, Activity>>();
  readonly #dataTo = new Map<MeasureSource, number>();
  readonly #changed = new Set<MeasureSource>();

  note({ kind, source, time }: AcceptedEvent, { receivedAt }: LoggedPosition): void {
    const dataTime = Math.min(time, receivedAt);
    const activity = this.#activityOf(source, kind);
    activity.count++;
    if (dataTime > activity.lastTimeMs) activity.lastTimeMs = dataTime;
    if (receivedAt > activity.lastReceivedAtMs) activity.lastReceivedAtMs = receivedAt;
    const fed = FED[kind];
    this.#changed.add(fed);
    if (dataTime > (this.#dataTo.get(fed) ?? Number.NEGATIVE_INFINITY)) {
      this.#dataTo.set(fed, dataTime);
    }
  }

  dataTo(source: MeasureSource): number | null {
    return this.#dataTo.get(source) ?? null;
  }

  list(): readonly SourceActivity[] {
    return [...this.#activities.values()].flatMap((kinds) => [...kinds.values()]);
  }

  takeChanged(): readonly MeasureSource[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  digestInto(digest: SetDigest): void {
    for (const { source, kind, count, lastTimeMs, lastReceivedAtMs } of this.list()) {
      const named = mixText(mixText(5, source), kind);
      digest.add(mixNumber(mixNumber(mixNumber(named, count), lastTimeMs), lastReceivedAtMs));
    }
  }

  *dump(): Iterable<Part> {
    yield jsonPart(PART, { activities: this.list(), dataTo: [...this.#dataTo] });
  }

  restore(parts: PartReader): void {
    const stored = parts.json<{ activities: Activity[]; dataTo: [MeasureSource, number][] }>(PART);
    for (const activity of stored.activities) {
      Object.assign(this.#activityOf(activity.source, activity.kind), activity);
    }
    for (const [source, dataTo] of stored.dataTo) this.#dataTo.set(source, dataTo);
  }

  #activityOf(source: string, kind: string): Activity {
    let kinds = this.#activities.get(source);
    if (!kinds) {
      kinds = new Map();
      this.#activities.set(source, kinds);
    }
    let activity = kinds.get(kind);
    if (!activity) {
      const never = Number.NEGATIVE_INFINITY;
      activity = { source, kind, count: 0, lastTimeMs: never, lastReceivedAtMs: never };
      kinds.set(kind, activity);
    }
    return activity;
  }
}
