import type { Dossier } from '../../../shared/event/dossier.ts';
import type { AcceptedEvent } from '../../../shared/event/kinds.ts';
import { isoDay, type LocalDay } from '../../../shared/unit/local-day.ts';

/**
 * The dossiers of an invented province: 130 agencies of unequal size, 15 fields each, four channels, two million a year
 * from 2020 on in the order in which they come, 97 % resolved, 2 % of those late; every dossier is taken in, then
 * worked on or finished.
 */
const AGENCIES = 130;
const FIELDS_EACH = 15;
const FIRST_DAY = 18_262; // 2020-01-01
const DOSSIERS_A_DAY = 5500;
const CHANNELS = ['online-full', 'online-full', 'online-partial', 'direct', 'post'] as const;

/** A number below `bound` that looks random and is always the same for `n` and `salt`. */
function pick(n: number, salt: number, bound: number): number {
  let h = Math.imul(n ^ Math.imul(salt, 0x9e3779b9), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) % bound;
}

function instant(day: number, n: number, salt: number): string {
  const hour = String(7 + pick(n, salt, 10)).padStart(2, '0');
  const minute = String(pick(n, salt + 1, 60)).padStart(2, '0');
  return `${isoDay(day as LocalDay)}T${hour}:${minute}:00+07:00`;
}

/** The first (`step` 0) or second revision of the `n`-th dossier. */
export function dossierEvent(n: number, step: 0 | 1): AcceptedEvent {
  const received = FIRST_DAY + Math.floor(n / DOSSIERS_A_DAY);
  const due = received + 5 + pick(n, 2, 20);
  const base = { ...intake(n), received: instant(received, n, 10), due: instant(due, n, 12) };
  const data = step === 0 ? { ...base, status: '2' as const } : finish(n, base, due);
  const time = (received + step * 3) * 86_400_000 + pick(n, 3, 36_000_000);
  return { kind: 'dossier', source: 'urn:bench:mc', id: randomId(n, step), time, data };
}

function intake(n: number): Omit<Dossier, 'status' | 'received'> {
  // The square makes the first agencies take most of the work, as land and police offices do.
  const share = pick(n, 4, 10_000) / 10_000;
  const agency = Math.floor(share * share * AGENCIES);
  const unit = String(718 + (agency % 9));
  const isFree = pick(n, 6, 3) === 0;
  return {
    agency: `H09.${agency}`,
    code: `H09.${agency}-${pick(n, 7, 400_000)}-${n}`,
    procedure: `1.00${3000 + pick(n, 8, 900)}`,
    field: `linh-vuc-${(agency * 7 + pick(n, 9, FIELDS_EACH)) % 60}`,
    level: agency < 40 ? 'province' : 'district',
    intakeUnit: unit,
    unit,
    channel: CHANNELS[pick(n, 5, CHANNELS.length)] ?? 'direct',
    digitisedPapers: pick(n, 14, 10) < 8,
    ...(isFree ? {} : { hasFee: true, paidOnline: pick(n, 15, 2) === 0 }),
  };
}

function finish(n: number, base: Omit<Dossier, 'status'>, due: number): Dossier {
  const fate = pick(n, 16, 100);
  if (fate < 2) return { ...base, status: '4' };
  if (fate < 3) {
    return { ...base, status: '5', paused: [{ from: instant(due - 4, n, 18) }] };
  }
  const finished = fate < 5 ? due + 1 + pick(n, 20, 9) : due - pick(n, 20, 6);
  return {
    ...base,
    status: pick(n, 21, 3) === 0 ? '9' : '10',
    finished: instant(finished, n, 22),
    returned: instant(finished + pick(n, 24, 3), n, 25),
    returnedBy: pick(n, 27, 10) < 3 ? 'post' : 'desk',
  };
}

function randomId(n: number, step: number): string {
  const hex = (salt: number) =>
    pick(n, salt + step, 0x7fffffff)
      .toString(16)
      .padStart(8, '0');
  return `${hex(30)}-${hex(32).slice(0, 4)}-${hex(34).slice(0, 4)}-${hex(36)}`;
}
