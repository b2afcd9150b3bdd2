import type { Incident } from '../../shared/event/incident.ts';
import type { Demo } from '../../shared/territory/demo.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { dayOf, type LocalDay } from '../../shared/unit/local-day.ts';
import type { TimedLine } from './camera-life.ts';
import { yearsOf } from './demo-columns.ts';
import { eventLine } from './demo-lines.ts';
import { picker, type Random, seeded } from './seeded.ts';
import { instantText, secondsAt } from './working-time.ts';

/** Kind, how often against the others, usual hours until closed, and whether it happens at junctions. */
const KINDS = [
  ['un-tac-giao-thong', 40, 0.8, true],
  ['tai-nan-giao-thong', 26, 2.2, true],
  ['trat-tu-do-thi', 22, 7, false],
  ['chay-no', 12, 3.5, false],
  ['an-toan-thong-tin', 3, 9, false],
] as const;
const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
const HOUR = 3600;

/** Invented incidents of the demo's years, each told when it begins and when it is over. */
export function incidentLines(pack: Pack, demo: Demo, end: number): TimedLine[] {
  const { incidents } = demo;
  if (!incidents) return [];
  const random = seeded(demo.seed + 113);
  const make = planner(pack, random);
  return yearsOf(demo).flatMap((year) =>
    Array.from({ length: incidents.perYear }, (_, n) => make(year, n)).flatMap((plan) =>
      [plan.opened, plan.closed]
        .filter((time) => time < end)
        .map((time) => lineAt(incidents.source, plan, time)),
    ),
  );
}

interface Plan {
  readonly record: Pick<Incident, 'id' | 'kind' | 'unit' | 'severity' | 'place'>;
  /** Epoch seconds. */
  readonly opened: number;
  readonly closed: number;
}

function planner(pack: Pack, random: Random) {
  const districts = pack.units.filter(
    ({ level, validFrom = '' }) => level === 'district' && validFrom < '2023',
  );
  const pickKind = picker(KINDS.map(([, weight]) => weight));
  const pickSeverity = picker([55, 32, 11, 2]);
  return (year: number, n: number): Plan => {
    const [kind, , hours, isAtJunction] = KINDS[pickKind(random)] ?? KINDS[0];
    const day = (dayOf({ year, month: 1, day: 1 }) + Math.floor(random() * 365)) as LocalDay;
    const opened = secondsAt(day, Math.floor((4 + random() * 19.5) * HOUR));
    const unit = districts[Math.floor(random() * districts.length)]?.code ?? pack.root;
    const junctions = pack.junctions.filter((junction) => junction.unit === unit);
    const place = junctions[Math.floor(random() * junctions.length)]?.code;
    return {
      record: {
        id: `SC-${year}-${String(n + 1).padStart(5, '0')}`,
        kind,
        unit,
        severity: SEVERITIES[pickSeverity(random)] ?? 'low',
        ...(isAtJunction && place !== undefined ? { place } : {}),
      },
      opened,
      closed: opened + Math.floor(hours * HOUR * (0.3 + random() * 1.4)),
    };
  };
}

function lineAt(source: string, { record, opened, closed }: Plan, time: number): TimedLine {
  const data: Incident = {
    ...record,
    opened: instantText(opened),
    ...(time >= closed ? { closed: instantText(closed) } : {}),
  };
  const id = `${record.id}@${time}`;
  return { time, line: eventLine('incident', source, id, time, JSON.stringify(data)) };
}
