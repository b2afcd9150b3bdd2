import type { Petition } from '../../shared/event/petition.ts';
import type { Demo } from '../../shared/territory/demo.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { dayOf, type LocalDay } from '../../shared/unit/local-day.ts';
import type { TimedLine } from './camera-life.ts';
import { yearsOf } from './demo-columns.ts';
import { eventLine } from './demo-lines.ts';
import { picker, type Random, seeded } from './seeded.ts';
import { instantText, secondsAt, type WorkingTime, workedSecond } from './working-time.ts';

/** Working days to answer (Decision 766: at most 15) and to make the answer public. */
const TERM_DAYS = 15;
const HALF_PAST_FOUR = 59_400;

interface Plan {
  readonly id: string;
  readonly unit: string;
  readonly field: string;
  /** Epoch seconds. */
  readonly received: number;
  readonly due: number;
  readonly answered: number;
  readonly published: number | undefined;
  readonly satisfaction: Petition['satisfaction'];
}

/** Invented petitions of the demo's years, each told when it comes, when it is answered and when that is made public. */
export function petitionLines(pack: Pack, demo: Demo, work: WorkingTime, end: number): TimedLine[] {
  const { petitions } = demo;
  if (!petitions) return [];
  const random = seeded(demo.seed + 1022);
  return yearsOf(demo).flatMap((year) => {
    const make = planner(pack, demo, work, random);
    return Array.from({ length: petitions.perYear }, (_, n) => make(year, n)).flatMap((plan) =>
      revisionsOf(plan, end).map((time) => lineAt(petitions.source, plan, time)),
    );
  });
}

function planner(pack: Pack, demo: Demo, work: WorkingTime, random: Random) {
  const units = pack.units.filter(
    ({ code, level }) =>
      (level === 'district' || level === 'department') && (demo.shape.unitWeight[code] ?? 0) > 0,
  );
  const pickUnit = picker(units.map(({ code }) => demo.shape.unitWeight[code] ?? 0));
  const pickField = picker(pack.fields.map((_, i) => 1 / (i + 1)));
  return (year: number, n: number): Plan => {
    const day = (dayOf({ year, month: 1, day: 1 }) + Math.floor(random() * 365)) as LocalDay;
    const received = secondsAt(day, 21_600 + Math.floor(random() * 54_000));
    const isLate = random() < 0.035;
    const taken = isLate ? TERM_DAYS + 1 + Math.floor(random() * 8) : 1 + Math.floor(random() * 14);
    const answeredOn = work.after(work.next(day), taken);
    const answered = workedSecond(answeredOn, received, work, random);
    const isPublished = random() < 0.86;
    const publishedOn = work.after(answeredOn, 1 + Math.floor(random() * 2));
    return {
      id: `PA-${year}-${String(n + 1).padStart(6, '0')}`,
      unit: units[pickUnit(random)]?.code ?? pack.root,
      field: pack.fields[pickField(random)]?.code ?? '',
      received,
      due: secondsAt(work.after(work.next(day), TERM_DAYS), HALF_PAST_FOUR),
      answered,
      published: isPublished ? workedSecond(publishedOn, answered, work, random) : undefined,
      satisfaction: ratingOf(random),
    };
  };
}

/** Most citizens do not rate. */
function ratingOf(random: Random): Petition['satisfaction'] {
  if (random() > 0.4) return undefined;
  const mood = random();
  return mood < 0.88 ? 'satisfied' : mood < 0.95 ? 'neutral' : 'dissatisfied';
}

function revisionsOf({ received, answered, published }: Plan, end: number): number[] {
  return [received, answered, ...(published === undefined ? [] : [published])].filter(
    (time) => time < end,
  );
}

function lineAt(source: string, plan: Plan, time: number): TimedLine {
  const { id, unit, field, received, due, answered, published, satisfaction } = plan;
  const isAnswered = time >= answered;
  const isPublished = published !== undefined && time >= published;
  const data: Petition = {
    id,
    received: instantText(received),
    due: instantText(due),
    ...(isAnswered ? { answered: instantText(answered) } : {}),
    ...(isPublished ? { published: instantText(published) } : {}),
    field,
    unit,
    ...(isAnswered && satisfaction ? { satisfaction } : {}),
  };
  return { time, line: eventLine('petition', source, `${id}@${time}`, time, JSON.stringify(data)) };
}
