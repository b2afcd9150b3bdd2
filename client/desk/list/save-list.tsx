import { useEffect, useRef, useState } from 'react';
import type { ListExport } from '../../../shared/export/export-request.ts';
import { download } from '../../ui/download.ts';
import { callErrorOf } from '../call-server.ts';
import { useDesk } from '../desk-context.ts';
import { LIST_WORDS } from './list-words.ts';
import './list.css';

const FORMATS = ['csv', 'xlsx', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

/** The whole list as a file of the server, as it is narrowed and sorted, with a link back to it. */
export function SaveList({ file, isEmpty }: { file: ListExport; isEmpty: boolean }) {
  const { language, server } = useDesk();
  const words = LIST_WORDS[language];
  const [note, setNote] = useState('');
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const save = async (format: Format) => {
    abort.current = new AbortController();
    const { signal } = abort.current;
    setNote(words.saving);
    try {
      const path = `/api/v1/exports/list?format=${format}`;
      await handOver(await server.raw(path, { body: file, signal }), `list.${format}`);
      setNote('');
    } catch (error) {
      if (!signal.aborted) setNote(`${words.saveFailed} (${callErrorOf(error).code})`);
    }
  };
  return (
    <fieldset className="list-save" aria-label={words.save}>
      <span role="status" className="list-save-note">
        {note}
      </span>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="action"
          disabled={isEmpty || note === words.saving}
          onClick={() => save(format)}
        >
          {format.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}

async function handOver(response: Response, otherwise: string): Promise<void> {
  const told = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
  download(await response.blob(), told?.[1] ?? otherwise);
}
