import path from 'node:path';
import type { Board } from '../shared/board/board.ts';
import { createWorkingDays } from '../shared/calendar/working-days.ts';
import type { Notify } from '../shared/notice/notice.ts';
import type { Principal } from './access/principal.ts';
import type { Sees } from './access/sight.ts';
import { runBriefs } from './brief-runner.ts';
import type { Config } from './config.ts';
import type { CoreCalls } from './core-calls.ts';
import { IocError } from './errors.ts';
import { type BriefPorts, createBriefs, type MakeBrief } from './export/briefs.ts';
import { createExporter, type DoneExport, type ExporterPorts } from './export/exporter.ts';
import { createListExporter } from './export/list-exporter.ts';
import { createListMail, type ListMailPorts, type MailedList } from './export/list-mail.ts';
import { createNaming, type Naming } from './export/naming.ts';
import { createReportExporter } from './export/report-exporter.ts';
import type { SceneGround } from './export/scenes.ts';
import { createExportThread } from './export-thread.ts';
import type { Exporter } from './http/exports.ts';
import type { ListMailPort } from './http/list-mail.ts';
import type { ProvincePack } from './source/province-pack.ts';
import type { Store } from './store/store.ts';

/** Acts of this topic say who took what out of the system. */
const EXPORT_TOPIC = 'export';
/** Of a mailed list: it is kept once for each address. */
const MOST_MAIL_BYTES = 5_242_880;

export interface FilesOptions {
  readonly pack: ProvincePack;
  readonly core: Pick<CoreCalls, 'query' | 'records'>;
  readonly store: Pick<Store, 'journal' | 'documents'>;
  /** The boards of the wall. */
  readonly boards: () => readonly Board[];
  /** Whether a unit lies in somebody's scope. */
  readonly sees: Sees;
  readonly isReady: () => boolean;
  readonly notify: Notify;
  readonly mail: ListMailPorts['mail'];
  readonly config: Config;
  readonly dataDirectory: string;
  readonly warn: (cause: unknown) => void;
  /** The server's clock, also that of a replay, ms. */
  readonly now: () => number;
}

/** Files of charts and boards: asked of the core, drawn in a thread of their own, written down in the journal. */
export function openFiles(options: FilesOptions): {
  readonly exporter: Exporter;
  readonly listMail: ListMailPort;
  close(): Promise<void>;
} {
  const { pack, core, store, sees, now } = options;
  const thread = createExportThread(pack);
  const scenes = sceneGround(pack, options.boards);
  const ports = {
    now,
    record: async ({ by, kind, title, format, hash }: DoneExport) => {
      const body = { title, format, hash };
      const act = { at: Date.now(), by, topic: EXPORT_TOPIC, subject: hash, kind, body };
      await store.journal.append(act);
    },
  };
  const drawing: ExporterPorts = {
    ...ports,
    ask: (query, who) => core.query(query, who),
    render: (job) => thread.render(job),
    scenes,
  };
  const list = createListExporter({
    ...ports,
    records: (query, who) => core.records(query, who),
    naming: scenes.naming,
  });
  const briefs = createBriefs({ ...drawing, ...briefShelf(store.documents, sees) });
  const brief: Exporter['brief'] = async (request, how, who) => {
    const [file] = await briefs.make(request, [how], who);
    if (!file) throw new IocError('IOC_EXPORT_FAILED', { came: 'nothing' });
    return file;
  };
  const runner = runnerOf(options, briefs.make);
  const report = createReportExporter({ ...drawing, naming: scenes.naming });
  const exporter = { ...createExporter(drawing), list, brief, report, edition: briefs.again };
  return {
    exporter,
    listMail: listMailOf(options, list),
    close: async () => {
      runner.stop();
      await thread.close();
    },
  };
}

/** Scheduled briefs: by the pack's calendar, into the folder of the data. */
function runnerOf(
  { pack, store, config, dataDirectory, now, isReady, notify, warn }: FilesOptions,
  make: MakeBrief,
) {
  return runBriefs({
    documents: store.documents,
    days: createWorkingDays(pack.calendar),
    make,
    folder: path.join(dataDirectory, 'briefs'),
    publicUrl: config.settings.IOC_PUBLIC_URL,
    ...{ now, isReady, notify, warn },
  });
}

/** Lists by mail, to whom the settings allow. */
function listMailOf({ config, store, mail, now }: FilesOptions, list: Exporter['list']) {
  const { IOC_SMTP_URL, IOC_MAIL_ALLOWED, IOC_PUBLIC_URL } = config.settings;
  return createListMail({
    list,
    hasMailServer: IOC_SMTP_URL !== undefined,
    allowed: IOC_MAIL_ALLOWED.split(',').filter((each) => each !== ''),
    mostFileBytes: MOST_MAIL_BYTES,
    publicUrl: IOC_PUBLIC_URL,
    mail,
    now,
    record: async ({ by, hash, ...body }: MailedList) => {
      const act = { at: Date.now(), by, topic: EXPORT_TOPIC, subject: hash, kind: 'list-mailed' };
      await store.journal.append({ ...act, body: { ...body, hash, emails: [...body.emails] } });
    },
  });
}

/** What scenes are found in; names are made when first needed. */
function sceneGround(pack: ProvincePack, boards: FilesOptions['boards']): SceneGround {
  let naming: Naming | undefined;
  return {
    boards,
    published: new Map(pack.published.map((figure) => [figure.id, figure])),
    naming: () => {
      naming ??= createNaming(pack);
      return naming;
    },
  };
}

/** Editions of briefs as documents; those of units outside the scope of who asks are refused. */
function briefShelf(documents: Store['documents'], sees: Sees) {
  return {
    read: async (id: string, who: Principal, version?: number) => {
      const found = await documents.read('brief', id, version);
      if (!found || sees(who, found.unit)) return found;
      throw new IocError('IOC_ACCESS_UNIT', { expected: who.scope.join(', '), came: found.unit });
    },
    keep: async (...[edition, newest, who]: Parameters<BriefPorts['keep']>) => {
      const { id, title } = edition.request;
      await documents.save({
        kind: 'brief',
        id,
        title,
        ifVersion: newest?.version ?? 0,
        at: Date.now(),
        by: who.name,
        unit: newest?.unit ?? who.scope[0] ?? '',
        removed: false,
        body: { ...edition },
      });
    },
  };
}
