import type { CoreCalls } from './core-calls.ts';
import { createExporter, type DoneExport } from './export/exporter.ts';
import { createListExporter } from './export/list-exporter.ts';
import { createNaming, type Naming } from './export/naming.ts';
import { createExportThread } from './export-thread.ts';
import type { Exporter } from './http/exports.ts';
import type { ProvincePack } from './source/province-pack.ts';
import type { Store } from './store/store.ts';

/** Acts of this topic say who took what out of the system. */
const EXPORT_TOPIC = 'export';

export interface FilesOptions {
  readonly pack: ProvincePack;
  readonly core: Pick<CoreCalls, 'query' | 'records'>;
  readonly store: Pick<Store, 'journal'>;
  /** The server's clock, also that of a replay, ms. */
  readonly now: () => number;
}

/** Files of charts and boards: asked of the core, drawn in a thread of their own, written down in the journal. */
export function openFiles({ pack, core, store, now }: FilesOptions): {
  readonly exporter: Exporter;
  close(): Promise<void>;
} {
  const thread = createExportThread(pack);
  let naming: Naming | undefined;
  const ports = {
    now,
    record: async ({ by, kind, title, format, hash }: DoneExport) => {
      const body = { title, format, hash };
      const act = { at: Date.now(), by, topic: EXPORT_TOPIC, subject: hash, kind, body };
      await store.journal.append(act);
    },
  };
  const exporter = createExporter({
    ...ports,
    ask: (query, who) => core.query(query, who),
    render: (job) => thread.render(job),
  });
  const list = createListExporter({
    ...ports,
    records: (query, who) => core.records(query, who),
    naming: () => {
      naming ??= createNaming(pack);
      return naming;
    },
  });
  return { exporter: { ...exporter, list }, close: () => thread.close() };
}
