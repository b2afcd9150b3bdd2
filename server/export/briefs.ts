import type { StoredDocument } from '../../shared/document/document.ts';
import type { BriefExport, ExportParameters } from '../../shared/export/export-request.ts';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import type { ExportedFile } from '../http/exports.ts';
import { type Answers, askAll, withAnswers } from './asking.ts';
import type { AskedItem } from './board-items.ts';
import { answersOf, type BriefEdition, editionOf } from './edition.ts';
import { CONTENT_TYPES, type ExportItem, type ExportJob, type ExportScene } from './export-job.ts';
import { contentHash, type ExporterPorts, instantOf, jobOf, nameOfFile } from './exporter.ts';
import { PAGE } from './page-frame.ts';
import { boardsOf, type SceneGround, sceneAsked } from './scenes.ts';

export interface BriefPorts extends ExporterPorts {
  /** An edition, the newest without a version; rejects where who asks may not see it. */
  read(id: string, who: Principal, version?: number): Promise<StoredDocument | undefined>;
  /** Keeps an edition as the version after `newest`; rejects where somebody was faster. */
  keep(edition: BriefEdition, newest: StoredDocument | undefined, who: Principal): Promise<void>;
}

/** Files of one new edition, one each way wanted. */
export type MakeBrief = (
  request: BriefExport,
  hows: readonly ExportParameters[],
  who: Principal,
) => Promise<readonly ExportedFile[]>;

export interface EditionAsked extends ExportParameters {
  readonly id: string;
  readonly version: number;
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
    make: async (request, hows, who) => {
      for (const how of hows) refuseHuge(request, how);
      const newest = await ports.read(request.id, who);
      const edition = await editionNow(request, who, ports);
      const before = editionOf(newest);
      const made = { edition, before, version: (newest?.version ?? 0) + 1, by: who };
      const jobs = hows.map((how) => jobOfEdition(made, how, ports.scenes));
      const files: ExportedFile[] = [];
      for (const job of jobs) files.push(await fileOf(job, request.id, made.version));
      await ports.keep(edition, newest, who);
      for (const job of jobs) await record(job, who);
      return files;
    },
    again: async ({ id, version, ...how }, who) => {
      const found = await ports.read(id, who, version);
      const edition = editionOf(found);
      if (!found || !edition)
        throw new IocError('IOC_HTTP_NOT_FOUND', { where: `brief ${id}, version ${version}` });
      refuseHuge(edition.request, how);
      const before = editionOf(version > 1 ? await ports.read(id, who, version - 1) : undefined);
      const by = { ...who, name: found.by };
      const made = { edition, before, version, by };
      const job = jobOfEdition(made, how, ports.scenes);
      await record(job, who);
      return fileOf(job, id, version);
    },
  };
}

/** Pages below one another, and as many pixels as a picture may have: some 256 MB while it is drawn. */
const MOST_PIXELS = 64_000_000;
const CHANGES_PAGES = 2;

function refuseHuge(
  { scenes = [], charts = [] }: BriefExport,
  { format, scale = 1 }: ExportParameters,
): void {
  if (format !== 'png') return;
  const pages = scenes.length + charts.length + CHANGES_PAGES;
  const pixels = pages * PAGE.width * PAGE.height * scale ** 2;
  if (pixels <= MOST_PIXELS) return;
  const expected = `${MOST_PIXELS} pixels`;
  throw new IocError('IOC_EXPORT_TOO_LARGE', { expected, came: `${pages} pages at ${scale}×` });
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
  how: ExportParameters,
  ground: SceneGround,
): ExportJob {
  const { request, madeAt } = edition;
  const { id, title } = request;
  const content = contentOf(edition, before, ground);
  const link = request.link ?? `/studio/briefs?id=${id}&v=${version}`;
  const manner = { ...request, link };
  const job = jobOf({ ...content, title, kind: 'brief' }, manner, how, by, madeAt);
  return { ...job, beforeMs: before?.frozenAt };
}

/** The figures of the same question in the edition before, by the keys of their rows. */
function withBefore(item: ExportItem, before: Answers | undefined): ExportItem {
  const answer = before?.get(canonicalKey(item.chart.query));
  if (!answer) return item;
  return { ...item, before: Object.fromEntries(answer.rows.map((row) => [row.key, row.values])) };
}
