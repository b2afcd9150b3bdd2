import type { Report, Reported } from '../../shared/published/reported.ts';
import { isoDay, type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import type { TimedLine } from './camera-life.ts';
import { eventLine } from './demo-lines.ts';
import { dayOfSeconds, secondsAt } from './working-time.ts';

const MORNING = 30_600;
/** Days before its end at which a replay already has the estimate of a figure that becomes known on its last days. */
const KNOWN_BEFORE_END = 9;

/** A replay between two instants (epoch seconds). */
interface LiveSpan {
  readonly from: number;
  readonly to: number;
}
type Row = Readonly<Record<string, unknown>>;
interface Told {
  readonly kind: string;
  /** What the event is a revision of. */
  readonly record: string;
  readonly data: Row;
  readonly day: LocalDay | undefined;
  /** ISO instant, where the hour is known. */
  readonly at?: string | undefined;
}

/**
 * The figures of `reported.json` as events, each told on the morning of its own as-of. What becomes known only within
 * `live` is told once before as an estimate, so that the wall does not begin with gaps.
 */
export function reportedLines(reported: Reported, live?: LiveSpan): TimedLine[] {
  return reported.flatMap((report) =>
    toldBy(report).flatMap((told) => {
      const line = lineOf(report.source, told);
      if (!live || line.time <= live.from || line.time >= live.to) return [line];
      const early = estimateOf(told, live);
      return early ? [lineOf(report.source, early), line] : [line];
    }),
  );
}

function toldBy(report: Report): Told[] {
  const { observations, coverage, assessments, stagePlans, links } = report;
  const list = <T extends Row>(
    kind: string,
    rows: readonly T[] = [],
    of: (row: T) => Pick<Told, 'at'> & { readonly record: string; readonly asOf?: string },
  ): Told[] =>
    rows.map((data) => {
      const { record, asOf, at } = of(data);
      return { kind, record, data, day: asOf === undefined ? undefined : parseDay(asOf), at };
    });
  const publisher = report.document.vi.slice(0, 200);
  return [
    ...list('observation', observations, ({ indicator, unit, period, part = '', asOf }) => ({
      record: `${indicator}-${unit}-${period}-${part}`,
      asOf,
    })).map((told) => ({ ...told, data: { publisher, ...told.data } })),
    ...list('coverage', coverage, ({ programme, unit, asOf }) => ({
      record: `${programme}-${unit}`,
      asOf,
    })),
    ...list('assessment', assessments, ({ index, unit, year, publishedOn }) => ({
      record: `${index}-${unit}-${year}`,
      asOf: publishedOn,
    })),
    ...list('stage-plan', stagePlans, ({ plan, item, asOf }) => ({
      record: `${plan}-${item}`,
      asOf,
    })),
    ...list('link', links, ({ system, lastExchange }) => ({ record: system, at: lastExchange })),
  ];
}

function lineOf(source: string, { kind, record, data, day, at }: Told): TimedLine {
  const time =
    at === undefined ? secondsAt(day ?? (0 as LocalDay), MORNING) : Date.parse(at) / 1000;
  const id = `${kind}:${record}@${time}`;
  return { time, line: eventLine(kind, source, id, time, JSON.stringify(data)) };
}

/** An assessment is published on one day only, and nothing was exchanged before the last exchange. */
function estimateOf(told: Told, { to }: LiveSpan): Told | undefined {
  if (told.kind === 'assessment' || told.kind === 'link') return undefined;
  const day = (dayOfSeconds(to) - KNOWN_BEFORE_END) as LocalDay;
  const vintage = told.kind === 'observation' ? { vintage: 'estimate' } : {};
  return { ...told, day, data: { ...told.data, ...vintage, asOf: isoDay(day) } };
}
