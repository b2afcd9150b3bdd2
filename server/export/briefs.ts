import type { StoredDocument } from '../../shared/document/document.ts';
import type { BriefExport, BriefParameters } from '../../shared/export/export-request.ts';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Principal } from '../access/principal.ts';
import type { ExportedFile } from '../http/exports.ts';
import { type BriefEdition, editionOf } from './edition.ts';
import { CONTENT_TYPES, type ExportItem, type ExportJob } from './export-job.ts';
import { answered, contentHash, type ExporterPorts, jobOf, nameOfFile } from './exporter.ts';

export interface BriefPorts extends ExporterPorts {
  /** The newest edition; rejects where who asks may not see it. */
  newest(id: string, who: Principal): Promise<StoredDocument | undefined>;
  /** Keeps an edition as the version after `newest`; rejects where somebody was faster. */
  keep(edition: BriefEdition, newest: StoredDocument | undefined, who: Principal): Promise<void>;
}

/** Files of one new edition, in the formats wanted. */
export type MakeBrief = (
  request: BriefExport,
  formats: readonly BriefParameters['format'][],
  who: Principal,
) => Promise<readonly ExportedFile[]>;

/**
 * Briefs: chosen charts with their figures frozen now, each with its change since the edition before. The edition is kept
 * as a document, which the file links to.
 */
export function createBriefs(ports: BriefPorts): MakeBrief {
  return async (request, formats, who) => {
    const { id, title, charts } = request;
    const newest = await ports.newest(id, who);
    const before = editionOf(newest);
    const asked = await answered(
      charts.map((chart) => ({ chart })),
      who,
      ports,
    );
    const items = asked.map((item) => withBefore(item, before));
    const version = (newest?.version ?? 0) + 1;
    const link = request.link ?? `/api/v1/documents/brief/${id}?version=${version}`;
    const content = { title, kind: 'brief' as const, items };
    const nowMs = ports.now();
    const jobs = formats.map((format): ExportJob => {
      const job = jobOf(content, { ...request, link }, { format }, who, nowMs);
      return { ...job, beforeMs: before?.frozenAt };
    });
    const files: ExportedFile[] = [];
    for (const job of jobs) files.push(fileOf(job, await ports.render(job)));
    const answers = items.map(({ answer }) => answer);
    const hash = contentHash(items);
    await ports.keep({ frozenAt: nowMs, hash, request, answers }, newest, who);
    for (const { format } of jobs)
      await ports.record({ by: who.name, kind: 'brief', title, format, hash });
    return files;
  };
}

function fileOf({ title, format, stamp }: ExportJob, bytes: Uint8Array): ExportedFile {
  const name = nameOfFile(title, stamp.atMs, format);
  return { bytes, contentType: CONTENT_TYPES[format], name, hash: stamp.hash };
}

/** The figures of the same question in the edition before, by the keys of their rows. */
export function withBefore(item: ExportItem, before: BriefEdition | undefined): ExportItem {
  const key = canonicalKey(item.chart.query);
  const place = (before?.request.charts ?? []).findIndex(
    ({ query }) => canonicalKey(query) === key,
  );
  const answer = before?.answers[place];
  if (!answer) return item;
  return { ...item, before: Object.fromEntries(answer.rows.map((row) => [row.key, row.values])) };
}
