import type { Dossier } from '../../shared/event/dossier.ts';
import { DOSSIER_DIMENSIONS } from '../../shared/measure/measure.ts';
import { FlowCube } from './cube.ts';
import { NO_DAY } from './day-axis.ts';
import { DossierDetails } from './dossier-details.ts';
import { type DossierRules, emptyFacts, readFacts } from './dossier-facts.ts';
import { postDossier } from './dossier-flows.ts';
import { restatedOn } from './dossier-restated.ts';
import { DossierRowView } from './dossier-rows.ts';
import { DossierTable } from './dossier-table.ts';
import { DOSSIER_BUNDLES, DOSSIER_FLOWS, type DossierFlow } from './flows.ts';
import { KeyIndex } from './key-index.ts';
import { mix, mixText, type SetDigest } from './mixing.ts';
import type { Part, PartReader } from './part.ts';
import { RecentWrites } from './recent-writes.ts';

const AGENCY = DOSSIER_DIMENSIONS.indexOf('agency');
const STATUS = DOSSIER_DIMENSIONS.indexOf('status');
const RESTATED = DOSSIER_FLOWS.indexOf('restated');

/**
 * Dossiers → daily flows. The newest revision of a dossier (by event time, of equal times the one logged later) counts,
 * whatever order they come in: its contribution replaces the one of the revision before.
 */
export class DossierFold {
  readonly cube = new FlowCube<DossierFlow>(DOSSIER_DIMENSIONS, DOSSIER_FLOWS, DOSSIER_BUNDLES);
  readonly #keys = new KeyIndex();
  readonly #table = new DossierTable();
  readonly #details = new DossierDetails();
  readonly #writes = new RecentWrites();
  /** The newest revisions one by one, for lists. */
  readonly rows = new DossierRowView({
    cube: this.cube,
    keys: this.#keys,
    table: this.#table,
    details: this.#details,
    writes: this.#writes,
  });
  readonly #rules: DossierRules;
  readonly #before = emptyFacts();
  readonly #after = emptyFacts();
  readonly #codes = new Int32Array(DOSSIER_DIMENSIONS.length);

  constructor(rules: DossierRules) {
    this.#rules = rules;
  }

  get count(): number {
    return this.#table.count;
  }

  apply(dossier: Dossier, timeMs: number, seq: number): void {
    const agency = this.cube.code(AGENCY, dossier.agency);
    const located = this.#keys.locate(agency, dossier.code);
    const record = located < 0 ? -1 - located : located;
    const isKnown = located >= 0;
    if (isKnown && timeMs < this.#table.timeOf(record)) {
      this.#details.writeEarlier(record, seq);
      return;
    }
    const after = this.#after;
    readFacts(after, dossier, timeMs, this.#rules);
    after.series = this.#seriesOf(dossier, agency);
    if (isKnown) {
      const before = this.#before;
      this.#table.read(record, before);
      postDossier(this.cube, before, -1);
      const day = restatedOn(before, after, this.#isSameButStatus(before.series, after.series));
      if (day !== NO_DAY) this.cube.addAt(RESTATED, before.series, day, 1);
    }
    postDossier(this.cube, after, 1);
    this.#table.write(record, timeMs, after);
    this.#details.write(record, seq, dossier.procedure, after.dueMinute);
    this.#writes.note(record);
  }

  digestInto(digest: SetDigest): void {
    this.cube.digestInto(digest);
    const agencies = this.cube.dictionary(AGENCY).map((text) => mixText(7, text));
    for (let record = 0; record < this.#table.count; record++) {
      const key = this.#keys.keyHash(record, (agency) => agencies[agency] ?? 0);
      const hash = this.#table.hashOf(record, key, this.#before);
      digest.add(mix(hash, this.#details.hashOf(record)));
    }
  }

  *dump(): Iterable<Part> {
    yield* this.cube.dump('dossier/cube');
    yield* this.#keys.dump('dossier/keys');
    yield* this.#table.dump('dossier/table');
    yield* this.#details.dump('dossier/details', this.#table.count);
  }

  restore(parts: PartReader): void {
    this.cube.restore('dossier/cube', parts);
    this.#keys.restore('dossier/keys', parts);
    this.#table.restore('dossier/table', parts);
    this.#details.restore('dossier/details', this.#table.count, parts);
  }

  /** A dossier's status is meant to change, its other dimensions are not. */
  #isSameButStatus(a: number, b: number): boolean {
    if (a === b) return true;
    for (let i = 0; i < DOSSIER_DIMENSIONS.length; i++) {
      if (i !== STATUS && this.cube.codeOf(a, i) !== this.cube.codeOf(b, i)) return false;
    }
    return true;
  }

  #seriesOf(dossier: Dossier, agency: number): number {
    const codes = this.#codes;
    codes[0] = this.cube.code(0, dossier.unit);
    codes[1] = this.cube.code(1, dossier.level);
    codes[2] = this.cube.code(2, dossier.field);
    codes[3] = agency;
    codes[4] = this.cube.code(4, dossier.channel);
    codes[5] = this.cube.code(5, dossier.status);
    return this.cube.seriesOfCodes(codes);
  }
}
