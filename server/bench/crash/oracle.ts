import type { Dossier } from '../../../shared/event/dossier.ts';
import type { Chance } from './random.ts';

/** What is asked after each crash, by unit. */
export const FIGURES = [
  'received',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
  'open',
] as const;
export type Figures = { [F in (typeof FIGURES)[number]]: number };

export const ROOT = '74';
export const UNITS = ['718', '719', '720'] as const;
export type UnitCode = (typeof UNITS)[number];
export type FiguresByUnit = Record<UnitCode, Figures>;
export const SOURCE = 'crash-test';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2023, 0, 1, 3);
/** A resolved dossier is finished this long after it was received; ten days are allowed. */
const FINISHED_AFTER_DAYS = { resolvedEarly: 5, resolvedOnTime: 10, resolvedLate: 15 } as const;
type Outcome = keyof typeof FINISHED_AFTER_DAYS | 'open';
const OUTCOMES: readonly Outcome[] = ['open', 'resolvedEarly', 'resolvedOnTime', 'resolvedLate'];

/** One revision of a dossier, as sent; `revision` is also its time, so the highest one counts. */
export interface SentEvent {
  readonly id: string;
  readonly dossier: number;
  readonly revision: number;
  readonly unit: UnitCode;
  readonly outcome: Outcome;
}

/** Makes events and knows, without any of the server's code, which figures must come of them. */
export class Oracle {
  readonly #chance: Chance;
  readonly #acknowledged = new Map<string, SentEvent>();
  #dossiers = 0;
  #made = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Number of different events the server has acknowledged. */
  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  /** New dossiers, revisions of old ones, and events sent before. */
  makeBatch(size: number): SentEvent[] {
    return Array.from({ length: size }, () => this.#makeEvent());
  }

  acknowledge(events: readonly SentEvent[]): void {
    for (const event of events) this.#acknowledged.set(event.id, event);
  }

  /** Figures by unit, over all that was acknowledged. */
  expected(): FiguresByUnit {
    const newest = new Map<number, SentEvent>();
    for (const event of this.#acknowledged.values()) {
      const known = newest.get(event.dossier);
      if (!known || known.revision < event.revision) newest.set(event.dossier, event);
    }
    const figures = noFigures();
    for (const { unit, outcome } of newest.values()) {
      const ofUnit = figures[unit];
      ofUnit.received++;
      ofUnit[outcome]++;
      // As the catalogue has it: whoever is early is on time, too.
      if (outcome === 'resolvedEarly') ofUnit.resolvedOnTime++;
    }
    return figures;
  }

  #makeEvent(): SentEvent {
    const chance = this.#chance;
    if (this.#acknowledged.size > 0 && chance.flip(0.1)) return this.#oldEvent();
    const isNew = this.#dossiers === 0 || chance.flip(0.5);
    const dossier = isNew ? ++this.#dossiers : 1 + chance.whole(this.#dossiers);
    const revision = ++this.#made;
    const id = `${chance.whole(2 ** 32).toString(16)}-${revision}`;
    return { id, dossier, revision, unit: chance.pick(UNITS), outcome: chance.pick(OUTCOMES) };
  }

  /** One of the first acknowledged ones: walking to a random one would cost more than the rest. */
  #oldEvent(): SentEvent {
    let skip = this.#chance.whole(Math.min(this.#acknowledged.size, 500));
    for (const event of this.#acknowledged.values()) if (skip-- === 0) return event;
    throw new RangeError('nothing was acknowledged yet');
  }
}

export function noFigures(): FiguresByUnit {
  const none = () => ({
    received: 0,
    resolvedEarly: 0,
    resolvedOnTime: 0,
    resolvedLate: 0,
    open: 0,
  });
  return { '718': none(), '719': none(), '720': none() };
}

/** The event as one line of NDJSON. */
export function lineOf({ id, dossier, revision, unit, outcome }: SentEvent): string {
  const received = FIRST_DAY + (dossier % 300) * DAY_MS;
  const after = (days: number) => new Date(received + days * DAY_MS).toISOString();
  const data: Dossier = {
    agency: 'H09.14',
    code: `D-${dossier}`,
    procedure: '1.003560',
    field: 'dat-dai',
    level: 'district',
    intakeUnit: unit,
    unit,
    channel: 'direct',
    status: outcome === 'open' ? '4' : '9',
    received: after(0),
    due: after(10),
    ...(outcome === 'open' ? {} : { finished: after(FINISHED_AFTER_DAYS[outcome]) }),
  };
  const time = new Date(Date.UTC(2024, 0, 1) + revision * 1000).toISOString();
  const type = 'ioc.dossier.v1';
  return JSON.stringify({ specversion: '1.0', id, source: SOURCE, type, time, data });
}
