import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dossier } from '../../../shared/event/dossier.ts';
import { readConfig } from '../../config.ts';
import { openSqliteLog } from '../../log/sqlite-log.ts';
import { type Figures, noFigures, type UnitCode } from './oracle.ts';

/** The log under the thinnest fold there can be, behind the routes the crash test uses. */
interface Counted {
  readonly time: string;
  readonly unit: UnitCode;
  readonly figure: keyof Figures;
}

const CHECKPOINT_EVERY = 40;
const log = openSqliteLog({ directory: readConfig().settings.IOC_DATA });
const dossiers = new Map<string, Counted>();

function fold(line: string): void {
  const { time, data } = JSON.parse(line) as { time: string; data: Dossier };
  const known = dossiers.get(data.code);
  if (!known || known.time < time)
    dossiers.set(data.code, { time, unit: data.unit as UnitCode, figure: figureOf(data) });
}

function figureOf({ due = '', finished }: Dossier): keyof Figures {
  if (finished === undefined) return 'open';
  if (finished === due) return 'resolvedOnTime';
  return finished < due ? 'resolvedEarly' : 'resolvedLate';
}

function restore(): number {
  const checkpoint = log.loadCheckpoint();
  const bytes = checkpoint?.parts.get('dossiers');
  if (!checkpoint || !bytes) return 0;
  for (const [code, counted] of JSON.parse(Buffer.from(bytes).toString()))
    dossiers.set(code, counted);
  return checkpoint.seq;
}

for (const { lines } of log.read(restore() + 1)) for (const line of lines) fold(line);

let pushes = 0;
async function push(text: string): Promise<object> {
  const rejected = [];
  const inputs = [];
  for (const line of text.split('\n')) {
    try {
      const { source, id, data } = JSON.parse(line) as {
        source: string;
        id: string;
        data: Dossier;
      };
      if (data.code === undefined) throw new TypeError('no code');
      inputs.push({ source, id, line });
    } catch (error) {
      const message = String(error);
      rejected.push({ code: 'IOC_INGEST_JSON', path: '', message, source: '', id: '', raw: line });
    }
  }
  const { seqs, accepted, duplicates } = log.append(inputs, Date.now(), rejected);
  for (const [i, { line }] of inputs.entries()) if (seqs[i] !== 0) fold(line);
  if (++pushes % CHECKPOINT_EVERY === 0) {
    const bytes = Buffer.from(JSON.stringify([...dossiers]));
    await log.saveCheckpoint(log.lastSeq, [{ name: 'dossiers', bytes }]);
  }
  return { accepted, duplicate: duplicates, quarantined: rejected.map(({ code }) => ({ code })) };
}

function answer(): object {
  const figures = noFigures();
  for (const { unit, figure } of dossiers.values()) {
    figures[unit].received++;
    figures[unit][figure]++;
  }
  const rows = Object.entries(figures).map(([unit, of]) => {
    const values = Object.entries(of).map(([name, value]) => [`dossier.${name}`, { value }]);
    return { unit, values: Object.fromEntries(values) };
  });
  return { seq: log.lastSeq, rows };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const server = createServer(async (request, response) => {
  const body = await bodyOf(request);
  const isPush = request.url === '/api/v1/events';
  const result = request.method === 'GET' ? {} : isPush ? await push(body) : answer();
  response.end(JSON.stringify(result));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
