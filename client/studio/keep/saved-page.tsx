import { useCallback, useEffect, useState } from 'react';
import type { DocumentHead } from '../../../shared/document/document.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { matchesSearch } from '../../../shared/unit/text.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { faultText } from '../answer/refusal-words.ts';
import type { Called } from '../call.ts';
import { useStudio } from '../studio-context.ts';
import { listCharts, removeChart } from './chart-document.ts';
import { KEEP_WORDS } from './keep-words.ts';
import { openSaved, savedAddress } from './open-saved.ts';
import { VersionList } from './version-list.tsx';
import '../question/question.css';
import '../answer/answer.css';
import './keep.css';

/** `/studio/saved?q=…`: charts that were saved, newest first, each with its versions. */
export function SavedPage() {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const { params } = usePlace();
  const { listed, reload } = useCharts();
  const search = params.get('q') ?? '';
  const all = listed && 'body' in listed ? listed.body : [];
  const shown = all.filter(({ title }) => matchesSearch(title, search));
  return (
    <article className="sheet saved">
      <h1>{words.savedPage}</h1>
      <input
        type="search"
        className="search-field"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={({ target }) => changeParams({ q: target.value }, 'replace')}
      />
      {listed && 'fault' in listed && (
        <p className="refusal" role="alert">
          {faultText(listed.fault, language)}
        </p>
      )}
      {listed && 'body' in listed && shown.length === 0 && (
        <p className="keep-note">{all.length === 0 ? words.none : words.nothing}</p>
      )}
      {shown.length > 0 && <SavedTable charts={shown} onChange={reload} />}
    </article>
  );
}

function useCharts() {
  const { call } = useStudio();
  const [listed, setListed] = useState<Called<readonly DocumentHead[]> | null>(null);
  const reload = useCallback(() => {
    void listCharts(call).then(setListed);
  }, [call]);
  useEffect(reload, [reload]);
  return { listed, reload };
}

interface SavedTableProps {
  readonly charts: readonly DocumentHead[];
  readonly onChange: () => void;
}

function SavedTable({ charts, onChange }: SavedTableProps) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  return (
    <table className="sheet-table saved-table">
      <thead>
        <tr>
          <th scope="col">{words.title}</th>
          <th scope="col">{words.by}</th>
          <th scope="col">{words.at}</th>
          <th scope="col" className="number">
            {words.version}
          </th>
          <th scope="col">
            <span className="unseen">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {charts.map((chart) => (
          <SavedRow key={chart.id} chart={chart} onChange={onChange} />
        ))}
      </tbody>
    </table>
  );
}

function SavedRow({ chart, onChange }: { chart: DocumentHead; onChange: () => void }) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const [isOpen, setOpen] = useState(false);
  const { id, title, by, at, version } = chart;
  return (
    <>
      <tr>
        <th scope="row">
          <a
            href={savedAddress(id)}
            onClick={(event) => {
              event.preventDefault();
              openSaved(id);
            }}
          >
            {title}
          </a>
        </th>
        <td>{by}</td>
        <td className="moment">{formatDateTime(at)}</td>
        <td className="number">{formatInteger(version, language)}</td>
        <td className="row-tools">
          <button
            type="button"
            className="quiet-button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {words.versions}
          </button>
          <RemoveButton chart={chart} onChange={onChange} />
        </td>
      </tr>
      {isOpen && (
        <tr className="versions">
          <td colSpan={5}>
            <VersionList chart={chart} onChange={onChange} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Asks once more in its own place; what is taken off the list keeps its versions in the store. */
function RemoveButton({ chart, onChange }: { chart: DocumentHead; onChange: () => void }) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const { call } = useStudio();
  const [isSure, setSure] = useState(false);
  const press = () => {
    if (!isSure) {
      setSure(true);
      return;
    }
    void removeChart(call, chart).then(onChange);
  };
  return (
    <button type="button" className="quiet-button" onClick={press} onBlur={() => setSure(false)}>
      {isSure ? words.removeSure : words.remove}
    </button>
  );
}
