import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newestMoment } from '../shared/calendar/schedule.ts';
import type { WorkingDays } from '../shared/calendar/working-days.ts';
import type { NoticeFile, Notify } from '../shared/notice/notice.ts';
import type { MakeBrief } from './export/briefs.ts';
import { editionOf } from './export/edition.ts';
import type { DocumentStore } from './store/documents.ts';

export interface BriefRunnerOptions {
  readonly documents: Pick<DocumentStore, 'list' | 'read'>;
  readonly days: WorkingDays;
  readonly make: MakeBrief;
  /** Where files go; made when the first one comes. */
  readonly folder: string;
  /** Where people reach the server; without it nothing links there. */
  readonly publicUrl?: string | undefined;
  /** Tells those who are to have an edition. */
  readonly notify: Notify;
  /** The server's clock, ms. */
  readonly now: () => number;
  /** Questions can be answered. */
  readonly isReady: () => boolean;
  readonly warn: (cause: unknown) => void;
}

const LOOK_MS = 20_000;
/** What failed is not tried again before so much of real time has passed. */
const RETRY_MS = 300_000;
const BY = 'Lịch bản tin';

/** Makes the briefs whose moment has come, in their formats, seen by who sees the brief's unit. */
export function runBriefs(options: BriefRunnerOptions): { look(): Promise<void>; stop(): void } {
  const { documents, isReady, warn } = options;
  const failedAt = new Map<string, number>();
  let running: Promise<void> | undefined;

  const lookOnce = async () => {
    for (const { id, unit } of await documents.list('brief')) {
      const failed = failedAt.get(id);
      if (failed !== undefined && performance.now() - failed < RETRY_MS) continue;
      try {
        await makeIfDue(id, unit, options);
        failedAt.delete(id);
      } catch (cause) {
        failedAt.set(id, performance.now());
        warn(cause);
      }
    }
  };
  const look = () => {
    if (!isReady()) return Promise.resolve();
    running ??= lookOnce().finally(() => {
      running = undefined;
    });
    return running;
  };
  const timer = setInterval(() => void look().catch(warn), LOOK_MS);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

async function makeIfDue(id: string, unit: string, options: BriefRunnerOptions): Promise<void> {
  const { documents, days, make, folder, now, notify, publicUrl } = options;
  const edition = editionOf(await documents.read('brief', id));
  if (!edition) return;
  const { asOf: _, ...request } = edition.request;
  const { schedule, title, emails, formats = ['pdf', 'pptx'] } = request;
  if (!schedule) return;
  if (newestMoment(schedule, days, edition.madeAt, now()) === undefined) return;
  const who = { role: 'analyst', name: BY, scope: [unit] } as const;
  await mkdir(folder, { recursive: true });
  const attachments: NoticeFile[] = [];
  const hows = formats.map((format) => ({ format }));
  for (const { name, bytes, contentType } of await make(request, hows, who)) {
    const place = path.join(folder, `${id}-${name}`);
    // Nobody finds half a file.
    await writeFile(`${place}.part`, bytes);
    await rename(`${place}.part`, place);
    const base64 = Buffer.from(bytes).toString('base64');
    attachments.push({ name, mediaType: contentType, base64 });
  }
  const link = publicUrl ? [`${publicUrl}/studio/briefs?id=${id}`] : [];
  const text = [title, ...attachments.map(({ name }) => name), ...link].join('\n');
  const named = emails ? { emails } : {};
  await notify({ topic: 'brief', title, text, unit, at: now(), ...named, attachments });
}
