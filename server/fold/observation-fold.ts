import type { Observation } from '../../shared/event/observation.ts';
import type { SetDigest } from './mixing.ts';
import { jsonPart, type Part, type PartReader } from './part.ts';
import { RecordStore } from './record-store.ts';
import type { ObservationRecord, ObservationRevision, ObservationTable } from './view.ts';

const PART = 'observation';

/** A monthly figure is revised a few times; more than this is a source that repeats itself. */
const MAX_EARLIER = 40;

/** Indicator values: of each record the newest revision, and those it superseded. */
export class ObservationFold implements ObservationTable {
  readonly #records = new RecordStore<ObservationRecord>(byUnitPeriodPart);

  get version(): number {
    return this.#records.version;
  }

  find(indicator: string, unit?: string): readonly ObservationRecord[] {
    const records = this.#records.find(indicator);
    return unit === undefined ? records : records.filter((record) => record.unit === unit);
  }

  indicators(): readonly string[] {
    return this.#records.groups();
  }

  apply(data: Observation, timeMs: number, seq: number): void {
    const { indicator, unit, period } = data;
    // A month and the year up to that month are two figures, though both are named by the month.
    const yearToDate = data.yearToDate ?? false;
    const part = data.part ?? '';
    const key = `${unit}\n${period}\n${part}\n${yearToDate}`;
    const known = this.#records.newest(indicator, key);
    const revision = revisionOf(data, timeMs, seq);
    const before = known && revisionIn(known);
    const isLate = before !== undefined && timeMs < before.time;
    const [newest, older] = isLate ? [before, revision] : [revision, before];
    this.#records.put(indicator, key, {
      indicator,
      unit,
      period,
      yearToDate,
      part,
      ...newest,
      superseded: known ? known.superseded + 1 : 0,
      earlier: older ? newestFirst([...(known?.earlier ?? []), older]) : [],
    });
  }

  digestInto(digest: SetDigest): void {
    this.#records.digestInto(digest);
  }

  *dump(): Iterable<Part> {
    yield jsonPart(PART, this.#records.toJson());
  }

  restore(parts: PartReader): void {
    this.#records.restore(parts.json(PART));
  }
}

function revisionOf(data: Observation, time: number, seq: number): ObservationRevision {
  const { value, num, den, operator = 'equal', vintage, asOf, publisher = '' } = data;
  return { value, num, den, operator, vintage, asOf, publisher, time, seq };
}

function revisionIn(record: ObservationRecord): ObservationRevision {
  const { value, num, den, operator, vintage, asOf, publisher, time, seq } = record;
  return { value, num, den, operator, vintage, asOf, publisher, time, seq };
}

function newestFirst(revisions: readonly ObservationRevision[]): readonly ObservationRevision[] {
  const sorted = [...revisions].sort((a, b) => b.time - a.time || b.seq - a.seq);
  return sorted.slice(0, MAX_EARLIER);
}

function byUnitPeriodPart(a: ObservationRecord, b: ObservationRecord): number {
  return (
    compareText(a.unit, b.unit) ||
    compareText(a.period, b.period) ||
    compareText(a.part, b.part) ||
    Number(a.yearToDate) - Number(b.yearToDate)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
