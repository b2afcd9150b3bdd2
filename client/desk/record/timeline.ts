import type { Dossier } from '../../../shared/event/dossier.ts';

type MomentKind =
  | 'received'
  | 'pauseFrom'
  | 'pauseTo'
  | 'apologySent'
  | 'original'
  | 'extended'
  | 'effective'
  | 'finished'
  | 'returned'
  | 'now';

export interface Moment {
  readonly kind: MomentKind;
  readonly atMs: number;
  /** The source tells the day only. */
  readonly isDay: boolean;
  /** Lies after now. */
  readonly isAhead: boolean;
}

interface Effective {
  /** `2023-12-18`; null without a due date. */
  readonly day: string | null;
  /** `16:30` */
  readonly time: string | null;
}

/** What happened to a dossier and what is to come, in order. The due date in effect stands only where it was moved. */
export function momentsOf(
  dossier: Dossier,
  effective: Effective,
  nowMs: number,
): readonly Moment[] {
  const isOpen = dossier.finished === undefined && !['7', '8'].includes(dossier.status);
  const due = effective.day && instantOf(effective.day, effective.time);
  const told = dossier.extendedDue ?? dossier.due;
  const isMoved = due && told?.slice(0, 10) !== effective.day;
  const found: (readonly [MomentKind, string | undefined])[] = [
    ['received', dossier.received],
    ...(dossier.paused ?? []).flatMap(({ from, to }) => [
      ['pauseFrom', from] as const,
      ['pauseTo', to] as const,
    ]),
    ['apologySent', dossier.apology?.sent],
    ['original', dossier.due],
    ['extended', dossier.extendedDue],
    ['effective', isMoved ? due : undefined],
    ['finished', dossier.finished],
    ['returned', dossier.returned],
  ];
  const moments = found.flatMap(([kind, text]) => momentOf(kind, text, nowMs));
  const now: Moment = { kind: 'now', atMs: nowMs, isDay: false, isAhead: false };
  return [...moments, ...(isOpen ? [now] : [])].sort((a, b) => endOf(a) - endOf(b));
}

function momentOf(kind: MomentKind, text: string | undefined, nowMs: number): Moment[] {
  if (text === undefined) return [];
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs)) return [];
  const isDay = /T00:00(:00(\.0+)?)?\+07:00$/.test(text) || text.length === 10;
  return [{ kind, atMs, isDay, isAhead: atMs > nowMs }];
}

const instantOf = (day: string, time: string | null) => `${day}T${time ?? '00:00'}:00+07:00`;

const DAY_MS = 86_400_000;

/** A day ends after everything that happened on it. */
const endOf = ({ atMs, isDay }: Moment) => (isDay ? atMs + DAY_MS - 1 : atMs);
