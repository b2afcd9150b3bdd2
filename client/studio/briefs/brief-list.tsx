import { useEffect, useState } from 'react';
import type { DocumentHead } from '../../../shared/document/document.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { download } from '../../ui/download.ts';
import { changeParams } from '../../ui/use-place.ts';
import { faultText } from '../answer/refusal-words.ts';
import type { CallFault } from '../call.ts';
import { useStudio } from '../studio-context.ts';
import { editionFile, editionsOf, removeBrief } from './brief-calls.ts';
import { BRIEF_FORMATS, type BriefFormat } from './brief-draft.ts';
import { BRIEFS_WORDS } from './briefs-words.ts';

interface BriefListProps {
  readonly briefs: readonly DocumentHead[];
  /** Whose editions are shown. */
  readonly openId: string | null;
  readonly onChange: () => void;
}

/** Newest first; the editions of the one in the address below it. */
export function BriefList({ briefs, openId, onChange }: BriefListProps) {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  if (briefs.length === 0) return <p className="keep-note">{words.none}</p>;
  return (
    <>
      <ul className="brief-list">
        {briefs.map((brief) => (
          <li key={brief.id}>
            <button
              type="button"
              className="list-item"
              aria-expanded={brief.id === openId}
              onClick={() => changeParams({ id: brief.id === openId ? null : brief.id, v: null })}
            >
              <b>{brief.title}</b>
              <span className="moment">{formatDateTime(brief.at)}</span>
            </button>
            {brief.id === openId && <Editions brief={brief} onChange={onChange} />}
          </li>
        ))}
      </ul>
      {openId !== null && (
        <button
          type="button"
          className="plain-button"
          onClick={() => changeParams({ id: null, v: null })}
        >
          {words.newBrief}
        </button>
      )}
    </>
  );
}

interface EditionsProps {
  /** Its newest edition. */
  readonly brief: DocumentHead;
  readonly onChange: () => void;
}

function Editions({ brief, onChange }: EditionsProps) {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  const { heads, fault, get } = useEditions(brief);
  return (
    <>
      {fault && <p role="alert">{faultText(fault, language)}</p>}
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{words.edition}</th>
            <th scope="col">{words.frozen}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.files}</th>
          </tr>
        </thead>
        <tbody>
          {heads.map(({ version, at, by }) => (
            <tr key={version}>
              <th scope="row">{formatInteger(version, language)}</th>
              <td className="moment">{formatDateTime(at)}</td>
              <td>{by}</td>
              <td className="row-tools">
                {BRIEF_FORMATS.map((format) => (
                  <button
                    key={format}
                    type="button"
                    className="quiet-button"
                    aria-label={`${words.edition} ${version} ${format.toUpperCase()}`}
                    onClick={() => void get(version, format)}
                  >
                    {format.toUpperCase()}
                  </button>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RemoveButton brief={brief} onChange={onChange} />
    </>
  );
}

/** Asks once more in its own place. */
function RemoveButton({ brief, onChange }: EditionsProps) {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  const studio = useStudio();
  const [isSure, setSure] = useState(false);
  const press = async () => {
    if (!isSure) return setSure(true);
    await removeBrief(studio, brief);
    changeParams({ id: null, v: null }, 'replace');
    onChange();
  };
  return (
    <button
      type="button"
      className="quiet-button"
      onClick={() => void press()}
      onBlur={() => setSure(false)}
    >
      {isSure ? words.removeSure : words.remove}
    </button>
  );
}

function useEditions({ id, version: newest }: DocumentHead) {
  const studio = useStudio();
  const [heads, setHeads] = useState<readonly DocumentHead[]>([]);
  const [fault, setFault] = useState<CallFault | null>(null);
  useEffect(() => {
    void editionsOf(studio, id).then((answer) => {
      if ('fault' in answer) return setFault(answer.fault);
      const kept = answer.body.filter(({ version, removed }) => version <= newest && !removed);
      setHeads(kept.toSorted((a, b) => b.version - a.version));
    });
  }, [studio, id, newest]);
  const get = async (version: number, format: BriefFormat) => {
    const answer = await editionFile(studio, { id, version }, { format });
    setFault('fault' in answer ? answer.fault : null);
    if ('body' in answer) download(answer.body.bytes, answer.body.name || `${id}.${format}`);
  };
  return { heads, fault, get };
}
