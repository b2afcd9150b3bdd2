import type { StoredDocument } from '../../shared/document/document.ts';
import type { BriefExport, BriefParameters } from '../../shared/export/export-request.ts';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import type { ExportedFile } from '../http/exports.ts';
import { type Answers, askAll, withAnswers } from './asking.ts';
import type { AskedItem } from './board-items.ts';
import { answersOf, type BriefEdition, editionOf } from './edition.ts';
import { CONTENT_TYPES, type ExportItem, type ExportJob, type ExportScene } from './export-job.ts';
import { contentHash, type ExporterPorts, instantOf, jobOf, nameOfFile } from './exporter.ts';
import { boardsOf, type SceneGround, sceneAsked } from './scenes.ts';

export interface BriefPorts extends ExporterPorts {
  /** An edition, the newest without a version; rejects where who asks may not see it. */
  read(id: string, who: Principal, version?: number): Promise<StoredDocument | undefined>;
  /** Keeps an edition as the version after `newest`; rejects where somebody was faster. */
  keep(edition: BriefEdition, newest: StoredDocument | undefined, who: Principal): Promise<void>;
}

type BriefFormat = BriefParameters['format'];

/** Files of one new edition, in the formats wanted. */
export type MakeBrief = (
  request: BriefExport,
  formats: readonly BriefFormat[],
  who: Principal,
) => Promise<readonly ExportedFile[]>;

export interface EditionAsked {
  readonly id: string;
  readonly version: number;
  readonly format: BriefFormat;
}

export interface Briefs {
  readonly make: MakeBrief;
  /** The file of an edition that was kept: the same bytes as on the day it was made. */
  again(asked: EditionAsked, who: Principal): Promise<ExportedFile>;
}

/**
 * Briefs: chosen scenes and charts with their figures frozen at one instant, each with its change since the edition
 * before. The edition is kept as a document, which a page of the studio shows; the file links to it.
 */
export function createBriefs(ports: BriefPorts): Briefs {
  const fileOf = async (job: ExportJob, id: string, version: number): Promise<ExportedFile> => {
    const { title, stamp, format } = job;
    const bytes = await ports.render(job);
    const name = nameOfFile(title, stamp.atMs, format);
    const location = `/api/v1/exports/brief/${id}/${version}?format=${format}`;
    return { bytes, contentType: CONTENT_TYPES[format], name, hash: stamp.hash, location };
  };
  const record = (job: ExportJob, { name: by }: Principal) => {
    const { title, format, stamp } = job;
    return ports.record({ by, kind: 'brief', title, format, hash: stamp.hash });
  };
  return {
    make: async (request, formats, who) => {
      const newest = await ports.read(request.id, who);
      const edition = await editionNow(request, who, ports);
      const before = editionOf(newest);
      const made = { edition, before, version: (newest?.version ?? 0) + 1, by: who };
      const jobs = formats.map((format) => jobOfEdition(made, format, ports.scenes));
      const files: ExportedFile[] = [];
      for (const job of jobs) files.push(await fileOf(job, request.id, made.version));
      await ports.keep(edition, newest, who);
      for (const job of jobs) await record(job, who);
      return files;
    },
    again: async ({ id, version, format }, who) => {
      const found = await ports.read(id, who, version);
      const edition = editionOf(found);
      if (!found || !edition)
        throw new IocError('IOC_HTTP_NOT_FOUND', { where: `brief ${id}, version ${version}` });
      const before = editionOf(version > 1 ? await ports.read(id, who, version - 1) : undefined);
      const by = { ...who, name: found.by };
      const job = jobOfEdition({ edition, before, version, by }, format, ports.scenes);
      await record(job, who);
      return fileOf(job, id, version);
    },
  };
}

/** What a brief asks for, answered. */
async function editionNow(
  request: BriefExport,
  who: Principal,
  ports: BriefPorts,
): Promise<BriefEdition> {
  const { scenes = [], charts = [], asOf } = request;
  if (scenes.length + charts.length === 0)
    throw new IocError('IOC_HTTP_INVALID', {
      where: '$.scenes',
      expected: 'a scene or a chart',
      came: 'none',
    });
  const madeAt = ports.now();
  const frozenAt = instantOf(asOf, madeAt);
  const boards = boardsOf(scenes, ports.scenes, frozenAt);
  const asked = { request, boards, frozenAt };
  const { items } = contentAsked(asked, ports.scenes);
  const figures = await askAll({ items, asOf, who }, ports);
  const edition = { ...asked, madeAt, figures, hash: '' };
  const content = contentOf(edition, undefined, ports.scenes);
  return { ...edition, hash: contentHash(content.items, content.scenes) };
}

/** Scenes first, in their order, then charts in theirs. */
function contentAsked(
  { request, boards, frozenAt }: Pick<BriefEdition, 'request' | 'boards' | 'frozenAt'>,
  ground: SceneGround,
): { readonly items: AskedItem[]; readonly scenes: ExportScene[] } {
  const { language = 'vi', scenes = [], charts = [] } = request;
  const asked = boards.map((board, at) =>
    sceneAsked({ board, unit: scenes[at]?.unit, at, language, frozenAt }, ground),
  );
  return {
    scenes: asked.map(({ scene }) => scene),
    items: [...asked.flatMap(({ items }) => items), ...charts.map((chart) => ({ chart }))],
  };
}

function contentOf(edition: BriefEdition, before: BriefEdition | undefined, ground: SceneGround) {
  const asked = contentAsked(edition, ground);
  const { items, scenes } = withAnswers(asked.items, asked.scenes, answersOf(edition));
  const old = before && answersOf(before);
  return { scenes, items: items.map((item) => withBefore(item, old)) };
}

interface MadeEdition {
  readonly edition: BriefEdition;
  readonly before: BriefEdition | undefined;
  readonly version: number;
  readonly by: Principal;
}

/** Everything of a file but its format comes from the edition, so that it can be made again. */
function jobOfEdition(
  { edition, before, version, by }: MadeEdition,
  format: BriefFormat,
  ground: SceneGround,
): ExportJob {
  const { request, madeAt } = edition;
  const { id, title } = request;
  const content = contentOf(edition, before, ground);
  const link = request.link ?? `/studio/briefs?id=${id}&v=${version}`;
  const manner = { ...request, link };
  const job = jobOf({ ...content, title, kind: 'brief' }, manner, { format }, by, madeAt);
  return { ...job, beforeMs: before?.frozenAt };
}

/** The figures of the same question in the edition before, by the keys of their rows. */
function withBefore(item: ExportItem, before: Answers | undefined): ExportItem {
  const answer = before?.get(canonicalKey(item.chart.query));
  if (!answer) return item;
  return { ...item, before: Object.fromEntries(answer.rows.map((row) => [row.key, row.values])) };
}
