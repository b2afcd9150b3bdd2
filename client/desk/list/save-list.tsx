import { useEffect, useRef, useState } from 'react';
import { MAX_RECORDS, type RecordRow, type RecordsAnswer } from '../../../shared/record/records.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { isoDay, localDayOf } from '../../../shared/unit/local-day.ts';
import { useLive } from '../../store/use-answer.ts';
import { type DeskSurroundings, unitName, useDesk } from '../desk-context.ts';
import { usePlace } from '../use-place.ts';
import { csvName, csvOf } from './csv.ts';
import { listQuery, stateOf } from './list-filter.ts';
import { LIST_WORDS } from './list-words.ts';

/** A file longer than this is no list for a person. */
const MOST = 100_000;

type Saving = { readonly read: number } | 'failed' | null;

/** Saves the whole list as it is narrowed and sorted, page by page; says how far it is. */
export function SaveList({ total }: { total: number | null }) {
  const desk = useDesk();
  const live = useLive();
  const place = usePlace();
  const words = LIST_WORDS[desk.language];
  const [saving, setSaving] = useState<Saving>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const isBusy = saving !== null && saving !== 'failed';
  const save = async () => {
    abort.current = new AbortController();
    const { signal } = abort.current;
    setSaving({ read: 0 });
    try {
      const list = listQuery(desk.unit, place);
      const rows = await readAll(desk, list, signal, (read) => setSaving({ read }));
      const state = words.states[stateOf(place)];
      const today = isoDay(localDayOf(live.serverNow()));
      handOver(csvOf(rows, desk), csvName([words.title, unitName(desk, desk.unit), state, today]));
      setSaving(null);
    } catch {
      if (!signal.aborted) setSaving('failed');
    }
  };
  return (
    <button
      type="button"
      className="action"
      disabled={isBusy || total === null || total === 0 || total > MOST}
      title={
        total !== null && total > MOST
          ? words.tooMany(formatInteger(MOST, desk.language))
          : undefined
      }
      onClick={save}
    >
      <span aria-live="polite">{labelOf(saving, total, desk.language)}</span>
    </button>
  );
}

function labelOf(saving: Saving, total: number | null, language: DeskSurroundings['language']) {
  const words = LIST_WORDS[language];
  if (saving === null) return words.save;
  if (saving === 'failed') return words.saveFailed;
  return `${formatInteger(saving.read, language)} / ${formatInteger(total, language)}`;
}

async function readAll(
  { server }: DeskSurroundings,
  list: ReturnType<typeof listQuery>,
  signal: AbortSignal,
  onRead: (count: number) => void,
): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = [];
  for (;;) {
    const body = { ...list, offset: rows.length, limit: MAX_RECORDS };
    const page = await server.json<RecordsAnswer>('/api/v1/records', { body, signal });
    rows.push(...page.rows);
    onRead(rows.length);
    if (page.rows.length === 0 || rows.length >= Math.min(page.total, MOST)) return rows;
  }
}

function handOver(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
