import type { FlowCube } from './cube.ts';
import { DAYS, NO_DAY } from './day-axis.ts';
import {
  APOLOGISED_BEFORE_DUE,
  DIGITISED,
  DIGITISED_RESULT,
  type DossierFacts,
  ELECTRONIC_RESULT,
  HAS_FEE,
  OUTCOME,
  OUTCOME_MASK,
  PAID_ONLINE,
} from './dossier-facts.ts';
import { DOSSIER_FLOWS, type DossierFlow } from './flows.ts';

const ids = new Map(DOSSIER_FLOWS.map((flow, id) => [flow, id]));
const idOf = (flow: DossierFlow) => ids.get(flow) ?? 0;
const RECEIVED = idOf('received');
const PAUSED = idOf('paused');
const OPEN_LATE = idOf('openLate');
const OPEN_LATE_APOLOGISED = idOf('openLateApologised');
const LATE_APOLOGISED = idOf('lateApologised');
const DUE_SOON = idOf('dueSoon');
const DUE_IN_8H = idOf('dueIn8h');
const RETURNED_BY_POST = idOf('returnedByPost');
const APOLOGIES = idOf('apologies');
const APOLOGIES_BEFORE_DUE = idOf('apologiesBeforeDue');
const MARKS = [DIGITISED, DIGITISED_RESULT, ELECTRONIC_RESULT, HAS_FEE, PAID_ONLINE];
const MARK_FLOWS = (
  ['digitised', 'digitisedResult', 'electronicResult', 'hasFee', 'paidOnline'] as const
).map(idOf);
const ALL_MARKS = DIGITISED | DIGITISED_RESULT | ELECTRONIC_RESULT | HAS_FEE | PAID_ONLINE;
const CLOSING: Readonly<Record<number, number>> = {
  [OUTCOME.early]: idOf('early'),
  [OUTCOME.onTime]: idOf('onTime'),
  [OUTCOME.late]: idOf('late'),
  [OUTCOME.closedOther]: idOf('closedOther'),
  [OUTCOME.withdrawnOnTime]: idOf('withdrawnOnTime'),
};

type Cube = FlowCube<DossierFlow>;

/** Posts everything a dossier contributes, `sign` times: 1 puts it in, −1 takes it back. */
export function postDossier(cube: Cube, facts: DossierFacts, sign: 1 | -1): void {
  const { flags, series, received } = facts;
  const outcome = flags & OUTCOME_MASK;
  if (outcome === OUTCOME.uncounted) return;
  cube.addAt(RECEIVED, series, received, sign);
  if ((flags & ALL_MARKS) !== 0) {
    for (let i = 0; i < MARKS.length; i++) {
      if ((flags & (MARKS[i] as number)) !== 0) {
        cube.addAt(MARK_FLOWS[i] as number, series, received, sign);
      }
    }
  }
  if (outcome !== OUTCOME.open) postClosing(cube, facts, outcome, sign);
  if (facts.apologised !== NO_DAY) {
    cube.addAt(APOLOGIES, series, facts.apologised, sign);
    if (isApologisedBeforeDue(facts)) {
      cube.addAt(APOLOGIES_BEFORE_DUE, series, facts.apologised, sign);
    }
  }
  postStocks(cube, facts, sign);
}

function isApologisedBeforeDue(facts: DossierFacts): boolean {
  return (facts.flags & APOLOGISED_BEFORE_DUE) !== 0;
}

function postClosing(cube: Cube, facts: DossierFacts, outcome: number, sign: 1 | -1): void {
  const { series, closed, posted } = facts;
  cube.addAt(CLOSING[outcome] as number, series, closed, sign);
  if (posted !== NO_DAY) cube.addAt(RETURNED_BY_POST, series, posted, sign);
  if (outcome === OUTCOME.late && isApologisedBeforeDue(facts)) {
    cube.addAt(LATE_APOLOGISED, series, closed, sign);
  }
}

/** The stocks a dossier is part of while it is open: the days from `received` up to the one before `closed`. */
function postStocks(cube: Cube, facts: DossierFacts, sign: 1 | -1): void {
  const { received, closed, due, noticed, pauses } = facts;
  for (let i = 0; i < pauses.length; i += 2) {
    const from = Math.max(pauses[i] as number, received);
    postSpan(cube, PAUSED, facts, from, Math.min(pauses[i + 1] as number, closed), sign);
  }
  if (due === NO_DAY) return;
  const lateFrom = Math.max(due + 1, received);
  const inTermTo = Math.min(due + 1, closed);
  postUnpaused(cube, DUE_SOON, facts, Math.max(due - 1, received), inTermTo, sign);
  postUnpaused(cube, DUE_IN_8H, facts, Math.max(noticed, received), inTermTo, sign);
  postUnpaused(cube, OPEN_LATE, facts, lateFrom, closed, sign);
  if (isApologisedBeforeDue(facts)) {
    postUnpaused(cube, OPEN_LATE_APOLOGISED, facts, lateFrom, closed, sign);
  }
}

/** Posts the days from–to (not included) that lie outside the pauses. */
function postUnpaused(
  cube: Cube,
  flow: number,
  facts: DossierFacts,
  from: number,
  to: number,
  sign: 1 | -1,
): void {
  const { pauses } = facts;
  let start = from;
  for (let i = 0; i < pauses.length && start < to; i += 2) {
    postSpan(cube, flow, facts, start, Math.min(pauses[i] as number, to), sign);
    start = Math.max(start, pauses[i + 1] as number);
  }
  postSpan(cube, flow, facts, start, to, sign);
}

/** In on the first day, out on the day after the last; a span without end never goes out. */
function postSpan(
  cube: Cube,
  flow: number,
  facts: DossierFacts,
  from: number,
  to: number,
  sign: 1 | -1,
): void {
  if (from >= to || from >= DAYS) return;
  cube.addAt(flow, facts.series, from, sign);
  if (to < DAYS) cube.addAt(flow, facts.series, to, -sign);
}
