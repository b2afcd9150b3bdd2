import type { LocalDay } from '../../shared/unit/local-day.ts';
import { at, type DossierPlan, type Dossiers, FLAG, setFlag, weigh } from './demo-columns.ts';
import { chooseExactly, type Random } from './seeded.ts';
import { dayOfSeconds, secondsAt, type WorkingTime, workedSecond } from './working-time.ts';

/** How results reach the citizen, and what else is known of a dossier: fees, pauses, apologies, ratings. */
export function returnResults(dossiers: Dossiers, plan: DossierPlan): void {
  const { spec, work, random, end } = plan;
  const level = (i: number) => plan.offices.offices[at(dossiers.office, i)]?.level;
  const postable = weigh(dossiers, (i) => {
    if (!dossiers.finished[i] || at(dossiers.flags, i) & FLAG.withdrawn) return 0;
    return (dossiers.channel[i] === 2 ? 0.3 : 1) * (level(i) === 'commune' ? 0.5 : 1);
  });
  const posted = chooseExactly(spec.returnedByPost, postable, random);
  const digitised = chooseExactly(
    spec.digitised,
    weigh(dossiers, (i) => (level(i) === 'province' ? 0.8 : 1.1)),
    random,
  );
  for (let i = 0; i < dossiers.count; i++) {
    if (digitised[i]) setFlag(dossiers, i, FLAG.digitised);
    payFee(dossiers, i, plan);
    const finished = at(dossiers.finished, i);
    if (at(dossiers.flags, i) & FLAG.withdrawn) continue;
    if (finished === 0) pauseOpen(dossiers, i, plan);
    else handOver(dossiers, i, posted[i] === 1, { finished, work, random, end });
    if (finished > 0) pauseClosed(dossiers, i, plan);
    if (finished > 0) apologise(dossiers, i, plan);
  }
}

function payFee(dossiers: Dossiers, i: number, { offices, random }: DossierPlan): void {
  const fee = offices.procedures[at(dossiers.procedure, i)]?.fee ?? 0;
  if (random() >= fee) return;
  setFlag(dossiers, i, FLAG.hasFee);
  const isOnline = at(dossiers.channel, i) < 2;
  if (random() < (isOnline ? 0.55 : 0.04)) setFlag(dossiers, i, FLAG.paidOnline);
}

interface HandOver {
  readonly finished: number;
  readonly work: WorkingTime;
  readonly random: Random;
  readonly end: number;
}

function handOver(dossiers: Dossiers, i: number, isPosted: boolean, over: HandOver): void {
  const { finished, work, random, end } = over;
  if (random() < 0.74) setFlag(dossiers, i, FLAG.electronicResult);
  if (random() < 0.61) setFlag(dossiers, i, FLAG.digitisedResult);
  if (random() < 0.09) dossiers.rating[i] = random() < 0.86 ? 5 : 1 + Math.floor(random() * 4);
  const isElectronic = at(dossiers.flags, i) & FLAG.electronicResult;
  if (isPosted) {
    dossiers.returnedBy[i] = 1;
    dossiers.returned[i] = finished + 300 + Math.floor(random() * 3600);
    return;
  }
  if (isElectronic && at(dossiers.channel, i) < 2) {
    dossiers.returnedBy[i] = 2;
    dossiers.returned[i] = finished;
    return;
  }
  const fetched = work.after(work.next(dayOfSeconds(finished)), Math.floor(random() ** 2 * 4));
  const second = workedSecond(fetched, finished, work, random);
  if (second < end) dossiers.returned[i] = second;
}

/** Waiting for a supplement; such dossiers end before their first due date, whatever the pause adds to it. */
function pauseClosed(dossiers: Dossiers, i: number, { work, random }: DossierPlan): void {
  const received = at(dossiers.received, i);
  const finished = at(dossiers.finished, i);
  const isEarly = dayOfSeconds(finished) < dayOfSeconds(at(dossiers.due, i));
  const days = dayOfSeconds(finished) - dayOfSeconds(received);
  if (!isEarly || days < 4 || random() > 0.08) return;
  const from = work.next((dayOfSeconds(received) + 1) as LocalDay);
  const to = work.previous((dayOfSeconds(finished) - 1) as LocalDay);
  if (to <= from) return;
  dossiers.pauseFrom[i] = workedSecond(from, received, work, random);
  dossiers.pauseTo[i] = workedSecond(to, at(dossiers.pauseFrom, i), work, random);
}

function pauseOpen(dossiers: Dossiers, i: number, { work, random, end }: DossierPlan): void {
  const received = at(dossiers.received, i);
  const from = work.next((dayOfSeconds(received) + 1) as LocalDay);
  if (!(at(dossiers.flags, i) & FLAG.open) || random() > 0.11) return;
  const second = workedSecond(from, received, work, random);
  if (second < end) dossiers.pauseFrom[i] = second;
}

/** A letter for the late ones, as the rule asks on the working day before. */
function apologise(dossiers: Dossiers, i: number, { work, random, apologies }: DossierPlan): void {
  const due = dayOfSeconds(at(dossiers.due, i));
  const finished = at(dossiers.finished, i);
  if (dayOfSeconds(finished) <= due || random() > apologies.sent) return;
  const received = at(dossiers.received, i);
  const isInTime = random() < apologies.beforeDue && due > at(dossiers.started, i);
  const day = isInTime ? work.previous((due - 1) as LocalDay) : due;
  const sent = workedSecond(day, received, work, random);
  if (sent >= finished) return;
  dossiers.apologised[i] = sent;
  dossiers.newDue[i] = secondsAt(dayOfSeconds(finished), 61_200);
}
