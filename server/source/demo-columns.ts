import type { Demo, DemoShape, DemoYear } from '../../shared/territory/demo.ts';
import { dayOf, type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import type { Intake } from './demo-intake.ts';
import type { Offices } from './demo-offices.ts';
import type { Random } from './seeded.ts';
import type { WorkingTime } from './working-time.ts';

export interface DossierPlan {
  readonly spec: DemoYear;
  readonly offices: Offices;
  readonly work: WorkingTime;
  readonly random: Random;
  /** Shares of late dossiers. */
  readonly apologies: NonNullable<DemoShape['apologies']>;
  /** Nothing happens from this instant on (epoch seconds). */
  readonly end: number;
}

/** The calendar years of a demo, each once. */
export function yearsOf({ years }: Pick<Demo, 'years'>): readonly number[] {
  return [...new Set(years.map(({ year }) => year))];
}

/** First and last day of a year's part. */
export function daysOf({ year, from, to }: DemoYear): readonly [first: LocalDay, last: LocalDay] {
  return [
    parseDay(from ?? '') ?? dayOf({ year, month: 1, day: 1 }),
    parseDay(to ?? '') ?? dayOf({ year, month: 12, day: 31 }),
  ];
}

export const FLAG = {
  digitised: 1,
  digitisedResult: 2,
  electronicResult: 4,
  hasFee: 8,
  paidOnline: 16,
  open: 32,
  withdrawn: 64,
} as const;
export const RETURNED_BY = ['desk', 'post', 'online'] as const;

/** A year of dossiers by column, in the order received. Instants are epoch seconds, 0 where there is none. */
export interface Dossiers extends Intake {
  readonly office: Uint16Array;
  readonly procedure: Uint16Array;
  /** First working day of the handling. */
  readonly started: Int32Array;
  readonly due: Int32Array;
  readonly finished: Int32Array;
  readonly returned: Int32Array;
  readonly returnedBy: Uint8Array;
  readonly pauseFrom: Int32Array;
  readonly pauseTo: Int32Array;
  readonly apologised: Int32Array;
  readonly newDue: Int32Array;
  readonly flags: Uint8Array;
  readonly rating: Uint8Array;
}

export const at = (column: ArrayLike<number>, i: number): number => column[i] ?? 0;

export function createColumns(intake: Intake): Dossiers {
  const { count } = intake;
  const instants = () => new Int32Array(count);
  return {
    ...intake,
    office: new Uint16Array(count),
    procedure: new Uint16Array(count),
    started: instants(),
    due: instants(),
    finished: instants(),
    returned: instants(),
    returnedBy: new Uint8Array(count),
    pauseFrom: instants(),
    pauseTo: instants(),
    apologised: instants(),
    newDue: instants(),
    flags: new Uint8Array(count),
    rating: new Uint8Array(count),
  };
}

export function setFlag(dossiers: Dossiers, i: number, flag: number): void {
  dossiers.flags[i] = at(dossiers.flags, i) | flag;
}

/** Weights of all dossiers but the refused ones. */
export function weigh({ count, refused }: Dossiers, weight: (i: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => (refused[i] ? 0 : weight(i)));
}
