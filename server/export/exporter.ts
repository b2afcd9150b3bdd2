import { createHash } from 'node:crypto';
import type { ExportManner, ExportParameters } from '../../shared/export/export-request.ts';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import { parseInstant } from '../../shared/unit/instant.ts';
import { isoDay, localDayOf } from '../../shared/unit/local-day.ts';
import { searchKey } from '../../shared/unit/text.ts';
import type { Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import type { ExportedFile, Exporter } from '../http/exports.ts';
import { type Asking, type AskingPorts, askAll, withAnswers } from './asking.ts';
import { CONTENT_TYPES, type ExportItem, type ExportJob, type ExportScene } from './export-job.ts';
import { boardAbout, type SceneGround, sceneAsked } from './scenes.ts';

export interface ExporterPorts extends AskingPorts {
  readonly scenes: SceneGround;
  /** Turns a job into bytes, off this thread. */
  render(job: ExportJob): Promise<Uint8Array>;
  /** Writes down who exported what. */
  record(done: DoneExport): Promise<void>;
}

export interface DoneExport {
  readonly by: string;
  readonly kind: ExportJob['kind'] | 'list' | 'report';
  readonly title: string;
  readonly format: string;
  readonly hash: string;
}

/** Files of charts and boards, answered within the scope of who asks and written down. */
export function createExporter(ports: ExporterPorts): Pick<Exporter, 'chart' | 'board'> {
  const finish = async (
    content: JobContent,
    request: ExportManner,
    how: ExportParameters,
    who: Principal,
  ): Promise<ExportedFile> => {
    const job = jobOf(content, request, how, who, ports.now());
    const bytes = await ports.render(job);
    const { title, kind, format, stamp } = job;
    await ports.record({ by: who.name, kind, title, format, hash: stamp.hash });
    return {
      bytes,
      contentType: CONTENT_TYPES[format],
      name: nameOfFile(title, stamp.atMs, format),
      hash: stamp.hash,
    };
  };
  const answeredOf = async (asking: Asking) => {
    const asked = await askAll(asking, ports);
    return new Map(asked.map(({ query, answer }) => [canonicalKey(query), answer]));
  };
  return {
    chart: async (request, how, who) => {
      const { chart, added } = request;
      const items = [{ chart, added }];
      const answers = await answeredOf({ items, who });
      const content = withAnswers(items, [], answers);
      return finish({ ...content, title: chart.title, kind: 'chart' }, request, how, who);
    },
    board: async (request, how, who) => {
      const { language = 'vi', unit, asOf } = request;
      const frozenAt = instantOf(asOf, ports.now());
      const board = boardAbout(request.board, unit, ports.scenes, frozenAt);
      const { scene, items } = sceneAsked({ board, unit, at: 0, language, frozenAt }, ports.scenes);
      const answers = await answeredOf({ items, asOf, who });
      const content = withAnswers(items, [scene], answers);
      return finish({ ...content, title: scene.title, kind: 'board' }, request, how, who);
    },
  };
}

/** ms of the instant asked for; now without one. */
export function instantOf(asOf: string | undefined, nowMs: number): number {
  if (asOf === undefined) return nowMs;
  const atMs = parseInstant(asOf);
  if (atMs !== undefined && atMs <= nowMs) return atMs;
  const expected = 'an RFC 3339 instant that is not in the future';
  throw new IocError('IOC_QUERY_INSTANT', { where: '$.asOf', expected, came: asOf });
}

type JobContent = Pick<ExportJob, 'title' | 'kind' | 'items' | 'scenes'>;

export function jobOf(
  { title, kind, items, scenes }: JobContent,
  request: ExportManner,
  { format, scale = 1 }: ExportParameters,
  { name }: Principal,
  nowMs: number,
): ExportJob {
  const { language = 'vi', theme = 'paper', separator = 'comma', link } = request;
  const classMark = request.classMark ?? (language === 'vi' ? 'Nội bộ' : 'Internal');
  const stamp = { by: name, atMs: nowMs, classMark, link, hash: contentHash(items, scenes) };
  return { format, title, kind, items, scenes, language, theme, scale, separator, stamp };
}

/** Of what is shown: charts, periods and figures. The instant of asking, and by whom, are no part of it. */
export function contentHash(
  items: readonly ExportItem[],
  scenes: readonly ExportScene[] = [],
): string {
  const content = items.map(({ chart, answer, added }) => {
    const { rows, period, comparedPeriod } = answer;
    return [chart, period, comparedPeriod ?? null, rows, added ?? null];
  });
  const told = scenes.map(({ title, scope, notShown, fixed }) => [title, scope, notShown, fixed]);
  return createHash('sha256')
    .update(JSON.stringify(told.length > 0 ? [content, told] : content))
    .digest('hex');
}

/** `ty-le-dung-han-2023-12-31.pdf` */
export function nameOfFile(title: string, atMs: number, ending: string): string {
  const words = searchKey(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${words || 'export'}-${isoDay(localDayOf(atMs))}.${ending}`;
}
