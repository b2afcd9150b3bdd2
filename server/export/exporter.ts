import { createHash } from 'node:crypto';
import type { ExportManner, ExportParameters } from '../../shared/export/export-request.ts';
import type { Refusal } from '../../shared/protocol/messages.ts';
import type { Answer } from '../../shared/query/answer.ts';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Query } from '../../shared/query/query.ts';
import { isoDay, localDayOf } from '../../shared/unit/local-day.ts';
import { searchKey } from '../../shared/unit/text.ts';
import type { Principal } from '../access/principal.ts';
import { ERRORS, type ErrorCode, IocError } from '../errors.ts';
import type { ExportedFile, Exporter } from '../http/exports.ts';
import { type AskedItem, boardItems, silentTiles } from './board-items.ts';
import { CONTENT_TYPES, type ExportItem, type ExportJob } from './export-job.ts';

export interface ExporterPorts {
  /** The same question a wall asks, within the asker's scope. */
  ask(query: Query, who: Principal): Promise<Answer | { readonly refused: Refusal }>;
  /** Turns a job into bytes, off this thread. */
  render(job: ExportJob): Promise<Uint8Array>;
  /** The server's clock, ms. */
  now(): number;
  /** Writes down who exported what. */
  record(done: DoneExport): Promise<void>;
}

export interface DoneExport {
  readonly by: string;
  readonly kind: ExportJob['kind'] | 'list';
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
  return {
    chart: async (request, how, who) => {
      const answer = await askOrThrow(request.chart.query, who, ports);
      const { chart, added } = request;
      const items = [{ chart, answer, added }];
      return finish({ title: chart.title, kind: 'chart', items }, request, how, who);
    },
    board: async (request, how, who) => {
      const language = request.language ?? 'vi';
      const items = await answered(boardItems(request.board, language), who, ports);
      const title = request.board.title[language];
      const notShown = silentTiles(request.board, language);
      return finish({ title, kind: 'board', items, notShown }, request, how, who);
    },
  };
}

async function askOrThrow(query: Query, who: Principal, { ask }: ExporterPorts): Promise<Answer> {
  const answer = await ask(query, who);
  if (!('refused' in answer)) return answer;
  const { code, message } = answer.refused;
  const error = new IocError(code in ERRORS ? (code as ErrorCode) : 'IOC_HTTP_FAILED', {});
  error.message = message;
  throw error;
}

/** Equal questions are asked once, one after the other: a board must not push aside what walls ask. */
export async function answered(
  items: readonly AskedItem[],
  who: Principal,
  ports: ExporterPorts,
): Promise<ExportItem[]> {
  const known = new Map<string, Answer>();
  const done: ExportItem[] = [];
  for (const item of items) {
    const key = canonicalKey(item.chart.query);
    const answer = known.get(key) ?? (await askOrThrow(item.chart.query, who, ports));
    known.set(key, answer);
    done.push({ ...item, answer });
  }
  return done;
}

type JobContent = Pick<ExportJob, 'title' | 'kind' | 'items' | 'notShown'>;

export function jobOf(
  { title, kind, items, notShown }: JobContent,
  request: ExportManner,
  { format, scale = 1 }: ExportParameters,
  { name }: Principal,
  nowMs: number,
): ExportJob {
  const { language = 'vi', theme = 'paper', separator = 'comma', link } = request;
  const classMark = request.classMark ?? (language === 'vi' ? 'Nội bộ' : 'Internal');
  const stamp = { by: name, atMs: nowMs, classMark, link, hash: contentHash(items) };
  return { format, title, kind, items, notShown, language, theme, scale, separator, stamp };
}

/** Of what is shown: charts, periods and figures. The instant of asking, and by whom, are no part of it. */
export function contentHash(items: readonly ExportItem[]): string {
  const content = items.map(({ chart, answer, added }) => {
    const { rows, period, comparedPeriod } = answer;
    return [chart, period, comparedPeriod ?? null, rows, added ?? null];
  });
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** `ty-le-dung-han-2023-12-31.pdf` */
export function nameOfFile(title: string, atMs: number, ending: string): string {
  const words = searchKey(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${words || 'export'}-${isoDay(localDayOf(atMs))}.${ending}`;
}
