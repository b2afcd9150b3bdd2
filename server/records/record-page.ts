import type { Dossier } from '../../shared/event/dossier.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import type { FieldChange, RecordPage, RecordRevision } from '../../shared/record/record-page.ts';
import { IocError } from '../errors.ts';
import type { Segment } from '../log/log.ts';
import { bordersNow, isInScope, type RecordContext } from './context.ts';
import { recordRow } from './record-row.ts';

/** Revisions read from the log for one page. */
const MAX_REVISIONS = 100;

export interface LogPorts {
  /** Events `from`–`to` of the log. */
  readonly read: (from: number, to: number) => Iterable<Segment>;
  readonly parse: (line: string) => AcceptedEvent;
  readonly pause: () => Promise<void>;
}

export interface RecordKey {
  readonly agency: string;
  readonly code: string;
}

interface Told {
  readonly seq: number;
  readonly receivedAt: number;
  readonly time: number;
  readonly source: string;
  readonly data: Dossier;
}

/** A dossier with all its revisions. What lies outside the asker's scope does not exist for them: `IOC_RECORD_UNKNOWN`. */
export async function readRecordPage(
  key: RecordKey,
  ports: LogPorts,
  contextNow: () => RecordContext,
): Promise<RecordPage> {
  const context = contextNow();
  const { dossierRows } = context.view;
  const record = dossierRows.find(key.agency, key.code);
  const row = record === undefined ? undefined : recordRow(record, context);
  if (record === undefined || !row || !isInScope(row.unit, context, bordersNow(context))) {
    throw new IocError('IOC_RECORD_UNKNOWN', { came: `${key.agency}/${key.code}` });
  }
  const seqs = dossierRows.revisions(record);
  const told = await readTold(seqs.slice(0, MAX_REVISIONS), ports);
  const newest = told[0];
  if (!newest) throw new RangeError(`the log has no event ${seqs[0]}`);
  return {
    row,
    dossier: newest.data,
    revisions: toRevisions(told),
    revisionCount: seqs.length,
    seq: context.view.seq,
    asOf: new Date(context.now).toISOString(),
  };
}

/** Newest first, as the fold has it: by time, of equal times the one logged later. */
async function readTold(seqs: readonly number[], ports: LogPorts): Promise<Told[]> {
  const told: Told[] = [];
  for (const seq of seqs) {
    for (const { receivedAt, lines } of ports.read(seq, seq)) {
      const event = ports.parse(lines[0] ?? '');
      if (event.kind !== 'dossier') throw new RangeError(`event ${seq} is no dossier`);
      const { time, source, data } = event;
      told.push({ seq, receivedAt, time, source, data });
    }
    await ports.pause();
  }
  return told.sort((a, b) => b.time - a.time || b.seq - a.seq);
}

function toRevisions(told: readonly Told[]): RecordRevision[] {
  return told.map(({ seq, receivedAt, time, source, data }, i) => {
    const before = told[i + 1]?.data;
    const cameLate = told.slice(0, i).some((newer) => newer.seq < seq);
    const changes = before ? changesBetween(before, data) : [];
    return { seq, receivedAt, time, source, status: data.status, changes, cameLate };
  });
}

function changesBetween(before: Dossier, after: Dossier): FieldChange[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const change = { field, before: was.get(field) ?? null, after: is.get(field) ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}
