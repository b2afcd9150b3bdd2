import type { Observation } from '../../shared/event/observation.ts';
import type { SetDigest } from './mixing.ts';
import { jsonPart, type Part, type PartReader } from './part.ts';
import { RecordStore } from './record-store.ts';
import type { ObservationRecord, ObservationTable } from './view.ts';

const PART = 'observation';

/** Indicator values: of each record the newest revision, and how many it superseded. */
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
    const superseded = known ? known.superseded + 1 : 0;
    if (known && timeMs < known.time) {
      this.#records.put(indicator, key, { ...known, superseded });
      return;
    }
    this.#records.put(indicator, key, {
      indicator,
      unit,
      period,
      yearToDate,
      part,
      value: data.value,
      num: data.num,
      den: data.den,
      operator: data.operator ?? 'equal',
      vintage: data.vintage,
      asOf: data.asOf,
      publisher: data.publisher ?? '',
      time: timeMs,
      seq,
      superseded,
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
