import { createCatalogue } from '../shared/measure/catalogue.ts';
import type { Answer } from '../shared/query/answer.ts';
import type { Query } from '../shared/query/query.ts';
import { createTerritory } from '../shared/territory/territory.ts';
import { type LocalDay, parseDay } from '../shared/unit/local-day.ts';
import { createFold } from './fold/fold.ts';
import { prepareIngest } from './ingest/ingest.ts';
import { evaluate } from './query/evaluate.ts';
import { createDemo, createReportedOnly } from './source/demo.ts';
import type { ProvincePack } from './source/province-pack.ts';

/** What an answer is made of, fed with everything that a pack's demo tells until its last instant. */
export function feedCore(read: ProvincePack) {
  const { pack, calendar, demo, reported, indicators, targets } = read;
  const ingest = prepareIngest({ pack, calendar, futureLimitMs: 0 });
  const fold = createFold({ calendar });
  let seq = 0;
  const take = (body: Uint8Array, receivedAt: number) => {
    const { events, rejected } = ingest(body, 'application/x-ndjson', receivedAt);
    const [first] = rejected;
    if (first) throw new Error(`${first.id}: ${first.message}`);
    for (const event of events) fold.apply(event, { seq: ++seq, receivedAt });
  };
  const events = demo ? createDemo(pack, calendar, demo, reported) : createReportedOnly(reported);
  for (const { body, receivedAt } of events.bulk(20_000)) take(body, receivedAt);
  const { from, to } = events.replay;
  for (let at = from; at < to; at += 3_600_000) {
    // Nobody printed the state of a camera, and there are more reports of it than dossiers.
    const lines = events
      .live(at, at + 3_600_000)
      .map(({ line }) => line)
      .filter((line) => !line.includes('ioc.camera-status.v1'));
    if (lines.length > 0) take(new TextEncoder().encode(lines.join('\n')), at + 3_600_000);
  }
  const catalogue = createCatalogue(indicators);
  const context = {
    view: fold,
    catalogue,
    territory: createTerritory(pack),
    targets,
    now: Math.max(to, Date.parse('2024-01-01T00:00:00+07:00')),
    bordersDay: parseDay('2024-01-01') as LocalDay,
    scope: [pack.root],
    epoch: 'e',
  };
  const ask = (query: Query): Answer['rows'] => {
    const asked = evaluate(query, context);
    if (!asked.ok) throw new Error(asked.error.message);
    return asked.answer.rows;
  };
  return { ask, catalogue };
}
