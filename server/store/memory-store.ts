import type { DocumentHead, StoredDocument } from '../../shared/document/document.ts';
import type { DocumentStore } from './documents.ts';
import type { Act, ActJournal, NewAct } from './journal.ts';
import { checkNewest } from './newest.ts';
import type { Store } from './store.ts';
import { documentTopic, Telling } from './telling.ts';

/** What outlives a closed store: hand the same one over again to reopen it. */
export interface MemoryStoreContent {
  readonly acts: Act[];
  readonly documents: StoredDocument[];
}

export const emptyContent = (): MemoryStoreContent => ({ acts: [], documents: [] });

/** For tests, and the measure of what an engine promises. */
export function openMemoryStore(content: MemoryStoreContent = emptyContent()): Store {
  const telling = new Telling();
  return {
    journal: journalOf(content, telling),
    documents: documentsOf(content, telling),
    onChange: (listener) => telling.listen(listener),
    poll: () => undefined,
    close: () => undefined,
  };
}

function journalOf({ acts }: MemoryStoreContent, telling: Telling): ActJournal {
  const put = (act: NewAct): Act => {
    const { at, by, topic, subject, kind } = act;
    const kept = { seq: acts.length + 1, at, by, topic, subject, kind, body: copy(act.body) };
    acts.push(kept);
    return kept;
  };
  return {
    append: async (act, expected) => {
      const newest = acts.findLast(
        ({ topic, subject }) => topic === act.topic && subject === act.subject,
      );
      checkNewest(`${act.topic} ${act.subject}`, expected?.newestSeq, newest?.seq ?? 0);
      const kept = put(act);
      telling.tell(kept.topic, kept.seq);
      return kept;
    },
    appendAll: async (many) => {
      const kept = many.map(put);
      for (const { topic, seq } of kept) telling.tell(topic, seq);
      return kept;
    },
    read: async (topic, afterSeq = 0) =>
      acts.filter((act) => act.topic === topic && act.seq > afterSeq).map(copy),
  };
}

function documentsOf({ documents }: MemoryStoreContent, telling: Telling): DocumentStore {
  const versions = (kind: string, id: string) =>
    documents.filter((each) => each.kind === kind && each.id === id).reverse();
  return {
    list: async (kind) =>
      documents
        .filter((each) => each.kind === kind && versions(kind, each.id)[0] === each)
        .filter(({ removed }) => !removed)
        .map(headOf)
        .reverse(),
    read: async (kind, id, version) => {
      const found = versions(kind, id).find(
        (each) => version === undefined || each.version === version,
      );
      return found && copy(found);
    },
    history: async (kind, id) => versions(kind, id).map(headOf),
    save: async ({ ifVersion, ...document }) => {
      const { kind, id } = document;
      checkNewest(`${kind} ${id}`, ifVersion, versions(kind, id)[0]?.version ?? 0);
      const kept = { ...document, version: ifVersion + 1, body: copy(document.body) };
      documents.push(kept);
      telling.tell(documentTopic(kind), documents.length);
      return headOf(kept);
    },
  };
}

const copy = <T>(value: T): T => structuredClone(value);

function headOf({ body: _, ...head }: StoredDocument): DocumentHead {
  return { ...head };
}
