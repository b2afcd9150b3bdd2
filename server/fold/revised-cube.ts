import { FlowCube } from './cube.ts';
import { NO_DAY } from './day-axis.ts';
import { mixNumber, mixText, type SetDigest } from './mixing.ts';
import { jsonPart, type Part, type PartReader } from './part.ts';

/** An amount of a flow on a day, as a position on the day axis. */
export type Posting<Flow extends string> = readonly [flow: Flow, position: number, amount: number];

interface Contribution {
  readonly time: number;
  readonly series: number;
  /** Days (positions) that are told once; `NO_DAY` until they are. */
  readonly told: readonly number[];
  /** Flow id, position, amount, flow id … */
  readonly amounts: readonly number[];
}

/**
 * Records of a kind that comes in thousands → daily flows. The newest revision of a record (by event time, of equal
 * times the one logged later) counts: what the one before posted is taken back.
 */
export abstract class RevisedCube<Flow extends string> {
  readonly cube: FlowCube<Flow>;
  readonly #name: string;
  readonly #restated: number;
  readonly #records = new Map<string, Contribution>();

  /** `name` of its parts in a checkpoint. */
  constructor(name: string, dimensions: readonly string[], flows: readonly Flow[]) {
    this.#name = name;
    this.cube = new FlowCube(dimensions, flows);
    this.#restated = this.cube.flowId('restated');
  }

  /** `values` in the order of the cube's dimensions; of the days told once the first is the one it came on. */
  protected put(
    key: string,
    timeMs: number,
    values: readonly string[],
    readContribution: () => {
      readonly told: readonly number[];
      readonly postings: readonly Posting<Flow>[];
    },
  ): void {
    const known = this.#records.get(key);
    if (known && timeMs < known.time) return;
    const { told, postings } = readContribution();
    const amounts = postings.flatMap(([flow, position, amount]) => [
      this.cube.flowId(flow),
      position,
      amount,
    ]);
    const contribution = { time: timeMs, series: this.cube.series(values), told, amounts };
    if (known) {
      this.#post(known, -1);
      const day = restatedOn(known, contribution);
      if (day !== NO_DAY) this.cube.addAt(this.#restated, known.series, day, 1);
    }
    this.#post(contribution, 1);
    this.#records.set(key, contribution);
  }

  digestInto(digest: SetDigest): void {
    this.cube.digestInto(digest);
    for (const [key, { time, series, amounts }] of this.#records) {
      const named = this.cube.dimensions.reduce(
        (hash, _name, i) => mixText(hash, this.cube.valueOf(series, i)),
        mixText(mixText(11, this.#name), key),
      );
      digest.add(amounts.reduce(mixNumber, mixNumber(named, time)));
    }
  }

  *dump(): Iterable<Part> {
    yield* this.cube.dump(`${this.#name}/cube`);
    yield jsonPart(`${this.#name}/records`, [...this.#records]);
  }

  restore(parts: PartReader): void {
    this.cube.restore(`${this.#name}/cube`, parts);
    const records = parts.json<[string, Contribution][]>(`${this.#name}/records`);
    for (const [key, contribution] of records) this.#records.set(key, contribution);
  }

  #post({ series, amounts }: Contribution, sign: 1 | -1): void {
    for (let i = 0; i < amounts.length; i += 3) {
      const amount = sign * (amounts[i + 2] as number);
      this.cube.addAt(amounts[i] as number, series, amounts[i + 1] as number, amount);
    }
  }
}

/** The day whose figures a newer report changed after the fact, or `NO_DAY`: that of a day told otherwise, else the first. */
function restatedOn(before: Contribution, after: Contribution): number {
  const moved = before.told.find((day, i) => day !== NO_DAY && day !== after.told[i]);
  if (moved !== undefined) return moved;
  return before.series === after.series ? NO_DAY : (before.told[0] ?? NO_DAY);
}
