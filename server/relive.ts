import type { ReliveAsked, RelivedMoment } from '../shared/alarm/relived.ts';
import type { MeasureSource } from '../shared/measure/measure.ts';
import type { Query } from '../shared/query/query.ts';
import type { Sources } from '../shared/territory/pack.ts';
import type { Territory } from '../shared/territory/territory.ts';
import type { Principal } from './access/principal.ts';
import { readOutagesFor } from './core-reading.ts';
import { IocError } from './errors.ts';
import type { Fold } from './fold/fold.ts';
import { FED } from './fold/source-activities.ts';
import type { Evaluation } from './query/context.ts';
import type { FoldingPorts } from './recover.ts';

/** Work between two looks at other work, ms. */
const SLICE_MS = 25;

export interface RelivePorts {
  readonly folding: FoldingPorts;
  readonly newFold: () => Fold;
  readonly territory: Territory;
  readonly promised: Sources;
  /** The answer of a state, as it was at a moment (ms). */
  ask(query: Query, fold: Fold, principal: Principal, atMs: number): Evaluation;
  /** What can change the answer. */
  sourcesOf(query: Query): readonly MeasureSource[];
}

/**
 * The log read once more in the order in which it came, looked at step by step: only what came by then is known. Of events
 * only what the question needs is kept. Moments before anything that could tell had come are left out.
 */
export async function relive(
  asked: ReliveAsked,
  principal: Principal,
  ports: RelivePorts,
): Promise<RelivedMoment[]> {
  const { log, parse, monoMs, pause } = ports.folding;
  const past = new Past(asked, principal, ports);
  let pausedAtMs = monoMs();
  const rest = async () => {
    if (monoMs() - pausedAtMs < SLICE_MS) return;
    await pause();
    pausedAtMs = monoMs();
  };
  for (const { firstSeq, receivedAt, lines } of log.read(1, log.seqAt(asked.toMs))) {
    while (past.isDue(receivedAt)) {
      past.look();
      await rest();
    }
    for (const [i, line] of lines.entries())
      past.take(parse(line), { seq: firstSeq + i, receivedAt });
    await rest();
  }
  while (past.isDue(Number.POSITIVE_INFINITY)) {
    past.look();
    await rest();
  }
  return past.moments;
}

class Past {
  readonly moments: RelivedMoment[] = [];
  readonly #asked: ReliveAsked;
  readonly #principal: Principal;
  readonly #ports: RelivePorts;
  readonly #fold: Fold;
  readonly #arrivals = new Map<string, number>();
  /** Kinds of events are folded that feed these. */
  readonly #needed: readonly MeasureSource[];
  #isKnown = false;
  #nextMs: number;

  constructor(asked: ReliveAsked, principal: Principal, ports: RelivePorts) {
    this.#asked = asked;
    this.#principal = principal;
    this.#ports = ports;
    this.#fold = ports.newFold();
    this.#nextMs = asked.fromMs;
    this.#needed = asked.kind === 'figures' ? ports.sourcesOf(asked.query) : ['camera'];
  }

  /** A moment has to be looked at before what came at `receivedAtMs`. */
  isDue(receivedAtMs: number): boolean {
    return this.#nextMs <= this.#asked.toMs && this.#nextMs < receivedAtMs;
  }

  take(...[event, position]: Parameters<Fold['apply']>): void {
    if (this.#asked.kind === 'sources') {
      this.#arrivals.set(event.source, position.receivedAt);
      this.#isKnown = true;
    } else if (this.#needed.includes(FED[event.kind])) {
      this.#fold.apply(event, position);
      this.#isKnown ||= this.#asked.kind === 'figures' || event.kind === 'camera-status';
    }
  }

  look(): void {
    const atMs = this.#nextMs;
    this.#nextMs += this.#asked.stepMs;
    if (!this.#isKnown) return;
    const seen = { atMs, sources: this.#sources(), outages: this.#outages(atMs) };
    this.moments.push({ ...seen, ...this.#figures(atMs) });
  }

  #sources(): RelivedMoment['sources'] {
    if (this.#asked.kind !== 'sources') return [];
    return this.#ports.promised.map(({ source, cadenceSeconds }) => ({
      ...{ source, cadenceSeconds, lastReceivedAt: this.#arrivals.get(source) ?? null },
    }));
  }

  #figures(atMs: number): Pick<RelivedMoment, 'figures'> {
    if (this.#asked.kind !== 'figures') return {};
    const told = this.#ports.ask(this.#asked.query, this.#fold, this.#principal, atMs);
    if (!told.ok)
      throw new IocError('IOC_ALARM_EVALUATION', { where: 'dry-run', came: told.error.code });
    return { figures: { from: told.answer.period.from, rows: told.answer.rows } };
  }

  #outages(atMs: number): RelivedMoment['outages'] {
    if (this.#asked.kind !== 'outages') return [];
    const { unit, silence } = this.#asked;
    const { territory } = this.#ports;
    const seen = { fold: this.#fold, territory, now: () => atMs };
    return readOutagesFor(this.#principal, { unit, silence }, seen);
  }
}
