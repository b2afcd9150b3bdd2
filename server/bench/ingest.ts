import { dossierExample } from '../../shared/event/dossier.ts';
import { prepareIngest } from '../ingest/ingest.ts';
import { parseLogged } from '../ingest/logged.ts';

/** Ingest alone: bytes of NDJSON in, accepted events out. Budget: 4 µs an event. */
const BATCH = 1000;
const ROUNDS = 200;

const pack = {
  slug: 'bench',
  name: { vi: 'Đo', en: 'Bench' },
  root: '74',
  units: [{ code: '718', name: 'Bench', shortName: 'Bench', level: 'district' as const }],
  agencies: [],
  fields: [],
  zones: [],
  junctions: [],
  owners: [],
  programmes: [],
};

function dossierBody(round: number): Uint8Array {
  const lines = Array.from({ length: BATCH }, (_, n) =>
    JSON.stringify({
      specversion: '1.0',
      id: `${round}-${n}`,
      source: 'bench',
      type: 'ioc.dossier.v1',
      time: '2023-12-15T10:30:00+07:00',
      data: { ...dossierExample, code: `H09.14-${round}-${n}` },
    }),
  );
  return new TextEncoder().encode(lines.join('\n'));
}

/** Elapsed time, and processor time (all threads): on a shared machine only the second says what the code costs. */
function measure(name: string, events: number, run: () => void): void {
  run();
  const start = performance.now();
  const cpu = process.cpuUsage();
  run();
  const us = ((performance.now() - start) * 1000) / events;
  const { user, system } = process.cpuUsage(cpu);
  const cpuUs = (user + system) / events;
  process.stdout.write(
    `${name.padEnd(26)} ${us.toFixed(2)} µs/event  (processor ${cpuUs.toFixed(2)} µs)  ${(1e6 / us).toFixed(0)}/s\n`,
  );
}

const now = Date.parse('2024-01-01T00:00:00Z');
const bodies = Array.from({ length: ROUNDS }, (_, round) => dossierBody(round));
const ingest = prepareIngest({
  pack: { ...pack, strict: ['unit'] },
  calendar: { workingHours: [['07:00', '17:00']], holidays: [], makeUpDays: [] },
  futureLimitMs: 172_800_000,
});
const lines = bodies.flatMap((body) =>
  ingest(body, 'application/x-ndjson', now).events.map((event) => event.line),
);
const length = new TextDecoder().decode(bodies[0]).length / BATCH;
process.stdout.write(`${lines.length} dossier events of ${length.toFixed(0)} bytes\n`);
measure('ingest, NDJSON of 1,000', lines.length, () => {
  for (const body of bodies) ingest(body, 'application/x-ndjson', now);
});
measure('parseLogged', lines.length, () => {
  for (const line of lines) parseLogged(line);
});
measure('JSON.parse alone', lines.length, () => {
  for (const line of lines) JSON.parse(line);
});
