import { addressOf } from '../place.ts';
import type { Split } from './split.ts';

/** What a list of dossiers is asked for from the table of units. */
export interface ListAsk {
  readonly unit: string;
  readonly top: string;
  readonly split: Split;
  readonly field: string | null;
  /** The unit that is split is a district. */
  readonly isOfDistrict: boolean;
  /** `2023-12-01/2023-12-31`; null before it is known. */
  readonly period: string | null;
}

export type Counted = 'received' | 'resolved' | 'late' | 'open' | 'due' | 'openLate';

const STATES: Readonly<Record<Counted, string | null>> = {
  received: 'all',
  resolved: 'resolved',
  late: 'closed-late',
  open: null,
  due: 'due-in-8h',
  openLate: 'open-late',
};

/** Levels of the dossiers that no row of a split stands for. */
const REST_LEVELS: Readonly<Record<Split | 'communeOfDistrict', string | null>> = {
  district: 'province',
  department: 'district,commune',
  commune: 'province,district',
  communeOfDistrict: 'district',
  field: null,
};

/** The list of just the dossiers that a number of the table counts; code null: of what no row stands for. */
export function listAddress(ask: ListAsk, code: string | null, counted: Counted): string {
  const { unit, top, split, field, period, isOfDistrict } = ask;
  const [from = null, to = null] = period?.split('/') ?? [];
  const about = split === 'field' || code === null ? unit : code;
  const level = code === null ? REST_LEVELS[isOfDistrict ? 'communeOfDistrict' : split] : null;
  const days = {
    received: { receivedFrom: from, receivedTo: to },
    resolved: { closedFrom: from, closedTo: to },
    late: { closedFrom: from, closedTo: to },
  };
  return addressOf('list', {
    unit: about === top ? null : about,
    state: STATES[counted],
    field: split === 'field' && code !== null ? code : field,
    level,
    ...(counted in days && days[counted as keyof typeof days]),
  });
}
