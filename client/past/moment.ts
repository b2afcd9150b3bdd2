import type { Query, ReplaySpec } from '../../shared/query/query.ts';
import { parseInstant } from '../../shared/unit/instant.ts';

/** What a wall looks back at: one moment, or a span lived through again. */
export type Moment =
  | { readonly kind: 'as-of'; readonly asOf: string; readonly atMs: number }
  | {
      readonly kind: 'replay';
      readonly replay: ReplaySpec;
      readonly fromMs: number;
      readonly toMs: number;
    };

const USUAL_SPEED = 60;
const LAST_SPEED = 600;

/**
 * `?asOf=2023-12-29`, `?asOf=2023-12-29T16:00`, `?from=…&to=…&speed=60` (1–600). A day alone stands for its end, in
 * `from` for its beginning; without an offset it is +07:00. Null where none is meant to be a moment.
 */
export function momentIn(search: string): Moment | null {
  const asked = new URLSearchParams(search);
  const [asOf, from, to] = [asked.get('asOf'), asked.get('from'), asked.get('to')];
  if (asOf !== null) {
    const text = instantText(asOf, '23:59:59');
    const atMs = parseInstant(text);
    return atMs === undefined ? null : { kind: 'as-of', asOf: text, atMs };
  }
  if (from === null || to === null) return null;
  const speed = Number(asked.get('speed') ?? USUAL_SPEED);
  const run = asked.get('run');
  const span = { from: instantText(from, '00:00:00'), to: instantText(to, '23:59:59') };
  const [fromMs, toMs] = [parseInstant(span.from), parseInstant(span.to)];
  const isSpeed = Number.isInteger(speed) && speed >= 1 && speed <= LAST_SPEED;
  if (fromMs === undefined || toMs === undefined || fromMs >= toMs || !isSpeed) return null;
  return { kind: 'replay', replay: { ...span, speed, ...(run && { run }) }, fromMs, toMs };
}

/** RFC 3339 of what people type; `+` of an offset reaches us as a blank. */
function instantText(text: string, timeOfDay: string): string {
  const composed = text.trim().replace(' ', '+');
  if (/^\d{4}-\d{2}-\d{2}$/.test(composed)) return `${composed}T${timeOfDay}+07:00`;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(composed)) return `${composed}:00+07:00`;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(composed)) return `${composed}+07:00`;
  return composed;
}

export function askAbout(query: Query, moment: Moment): Query {
  return moment.kind === 'as-of'
    ? { ...query, asOf: moment.asOf }
    : { ...query, replay: moment.replay };
}
