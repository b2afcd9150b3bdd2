import { isoDay } from '../../shared/unit/local-day.ts';
import { at, type Dossiers, FLAG, RETURNED_BY } from './demo-columns.ts';
import { CHANNELS } from './demo-intake.ts';
import type { Offices } from './demo-offices.ts';
import { chance } from './seeded.ts';
import { dayOfSeconds, instantText } from './working-time.ts';

/** One CloudEvent as a line of NDJSON; `data` is JSON text. */
export function eventLine(
  kind: string,
  source: string,
  id: string,
  time: number,
  data: string,
): string {
  return `{"specversion":"1.0","id":"${id}","source":"${source}","type":"ioc.${kind}.v1","time":"${instantText(time)}","data":${data}}`;
}

/** The dossiers of a year as events. */
export interface DossierLines {
  readonly count: number;
  /** Instants (epoch seconds) at which the dossier became different, in order. */
  changes(i: number): number[];
  lastChange(i: number): number;
  /** The dossier as it stood at one of its changes. */
  line(i: number, time: number): string;
}

export function createDossierLines(
  dossiers: Dossiers,
  { offices, procedures }: Offices,
  source: string,
): DossierLines {
  const numbers = numberByDay(dossiers, offices.length);
  const officeText = offices.map(
    ({ unit, level }) => `"level":"${level}","intakeUnit":"${unit}","unit":"${unit}"`,
  );
  const procedureText = procedures.map(
    ({ code, field }) => `"procedure":"${code}","field":"${field}"`,
  );
  return {
    count: dossiers.count,
    changes: (i) => changesOf(dossiers, i),
    lastChange: (i) => lastChangeOf(dossiers, i),
    line: (i, time) => {
      const office = at(dossiers.office, i);
      const agency = offices[office]?.agency ?? '';
      const day = isoDayOf(at(dossiers.received, i));
      const code = `${agency}-${day}-${String(numbers[i]).padStart(4, '0')}`;
      const data =
        `{"agency":"${agency}","code":"${code}",${procedureText[at(dossiers.procedure, i)]},` +
        `${officeText[office]},"channel":"${CHANNELS[at(dossiers.channel, i)]}",` +
        `"status":"${statusAt(dossiers, i, time)}"${datesAt(dossiers, i, time)}` +
        `${factsAt(dossiers, i, time)}}`;
      return eventLine('dossier', source, `${code}@${time}`, time, data);
    },
  };
}

const shortDays = new Map<number, string>();
/** `231229`, as dossier codes have it. */
function isoDayOf(seconds: number): string {
  const day = dayOfSeconds(seconds);
  let text = shortDays.get(day);
  if (text === undefined) {
    text = isoDay(day).slice(2).replaceAll('-', '');
    shortDays.set(day, text);
  }
  return text;
}

/** The running number of each dossier at its office on its day. */
function numberByDay(dossiers: Dossiers, offices: number): Uint16Array {
  const numbers = new Uint16Array(dossiers.count);
  const last = new Uint16Array(offices);
  let today = 0;
  for (let i = 0; i < dossiers.count; i++) {
    const day = dayOfSeconds(at(dossiers.received, i));
    if (day !== today) last.fill(0);
    today = day;
    const office = at(dossiers.office, i);
    last[office] = at(last, office) + 1;
    numbers[i] = at(last, office);
  }
  return numbers;
}

/** When somebody began to work on it. */
function takenUpAt(dossiers: Dossiers, i: number): number {
  const received = at(dossiers.received, i);
  const taken = received + 600 + Math.floor(chance(i, received) * 4800);
  const next = at(dossiers.finished, i) || Number.POSITIVE_INFINITY;
  return taken < next ? taken : 0;
}

function changesOf(dossiers: Dossiers, i: number): number[] {
  const received = at(dossiers.received, i);
  if (dossiers.refused[i]) return [received];
  const changes = [
    takenUpAt(dossiers, i),
    at(dossiers.pauseFrom, i),
    at(dossiers.pauseTo, i),
    at(dossiers.apologised, i),
    at(dossiers.finished, i),
    at(dossiers.returned, i),
  ];
  const later = changes.filter((time) => time > received).sort((a, b) => a - b);
  return [received, ...later.filter((time, n) => time !== later[n - 1])];
}

function lastChangeOf(dossiers: Dossiers, i: number): number {
  const received = at(dossiers.received, i);
  if (dossiers.refused[i]) return received;
  const finished = at(dossiers.finished, i);
  if (finished > 0) return Math.max(finished, at(dossiers.returned, i));
  return Math.max(received, takenUpAt(dossiers, i), at(dossiers.pauseFrom, i));
}

function statusAt(dossiers: Dossiers, i: number, time: number): number {
  const has = (instant: number) => instant > 0 && instant <= time;
  if (dossiers.refused[i]) return 3;
  if (has(at(dossiers.returned, i))) return 10;
  if (has(at(dossiers.finished, i))) return at(dossiers.flags, i) & FLAG.withdrawn ? 7 : 9;
  if (has(at(dossiers.pauseFrom, i)) && !has(at(dossiers.pauseTo, i))) {
    return at(dossiers.flags, i) & FLAG.hasFee && i % 4 === 0 ? 6 : 5;
  }
  return has(takenUpAt(dossiers, i)) ? 4 : 2;
}

function datesAt(dossiers: Dossiers, i: number, time: number): string {
  const known = (name: string, instant: number) =>
    instant > 0 && instant <= time ? `,"${name}":"${instantText(instant)}"` : '';
  let text = `,"received":"${instantText(at(dossiers.received, i))}"`;
  if (!dossiers.refused[i]) text += `,"due":"${instantText(at(dossiers.due, i))}"`;
  text += known('finished', at(dossiers.finished, i));
  const returned = known('returned', at(dossiers.returned, i));
  if (returned) text += `${returned},"returnedBy":"${RETURNED_BY[at(dossiers.returnedBy, i)]}"`;
  const pause = at(dossiers.pauseFrom, i);
  if (pause > 0 && pause <= time) {
    const until = known('to', at(dossiers.pauseTo, i));
    text += `,"paused":[{"from":"${instantText(pause)}"${until}}]`;
  }
  const sent = at(dossiers.apologised, i);
  if (sent > 0 && sent <= time) {
    const newDue = instantText(at(dossiers.newDue, i));
    text += `,"apology":{"sent":"${instantText(sent)}","newDue":"${newDue}"}`;
  }
  return text;
}

function factsAt(dossiers: Dossiers, i: number, time: number): string {
  const flags = at(dossiers.flags, i);
  let text = `,"digitisedPapers":${(flags & FLAG.digitised) !== 0},"hasFee":${(flags & FLAG.hasFee) !== 0}`;
  if (flags & FLAG.paidOnline) text += ',"paidOnline":true';
  const finished = at(dossiers.finished, i);
  if (finished === 0 || finished > time) return text;
  if (flags & FLAG.digitisedResult) text += ',"digitisedResult":true';
  if (flags & FLAG.electronicResult) text += ',"electronicResult":true';
  const rating = at(dossiers.rating, i);
  const isReturned = at(dossiers.returned, i) > 0 && at(dossiers.returned, i) <= time;
  return rating > 0 && isReturned ? `${text},"rating":${rating}` : text;
}
