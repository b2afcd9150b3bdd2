import { useEffect, useState } from 'react';
import type { DocumentHead } from '../../../shared/document/document.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { faultText } from '../answer/refusal-words.ts';
import type { CallFault } from '../call.ts';
import { useStudio } from '../studio-context.ts';
import { chartIn, historyOfChart, readChart, saveChart } from './chart-document.ts';
import { KEEP_WORDS } from './keep-words.ts';
import { openSaved } from './open-saved.ts';

interface VersionListProps {
  /** Its newest version. */
  readonly chart: DocumentHead;
  readonly onChange: () => void;
}

/** All versions of a chart, newest first; restoring an old one saves it again as the newest. */
export function VersionList({ chart, onChange }: VersionListProps) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const { call } = useStudio();
  const [heads, setHeads] = useState<readonly DocumentHead[]>([]);
  const [fault, setFault] = useState<CallFault | null>(null);
  const { id, version: newest } = chart;
  useEffect(() => {
    void historyOfChart(call, id).then((answer) => {
      if ('fault' in answer) setFault(answer.fault);
      else setHeads(answer.body.filter((head) => head.version <= newest && !head.removed));
    });
  }, [call, id, newest]);
  const restore = async (version: number) => {
    const read = await readChart(call, id, version);
    const old = 'body' in read ? chartIn(read.body) : null;
    const answer = old && (await saveChart(call, id, old, newest));
    if (answer && 'fault' in answer) setFault(answer.fault);
    else onChange();
  };
  return (
    <>
      {fault && <p role="alert">{faultText(fault, language)}</p>}
      <ul className="version-list">
        {heads
          .toSorted((a, b) => b.version - a.version)
          .map(({ version, at, by, title }) => (
            <li key={version}>
              <b>{formatInteger(version, language)}</b>
              <span className="moment">{formatDateTime(at)}</span>
              <span>{by}</span>
              <span>{title}</span>
              <button type="button" className="quiet-button" onClick={() => openSaved(id, version)}>
                {words.open}
              </button>
              {version === newest ? (
                <span className="cell-unit">{words.current}</span>
              ) : (
                <button
                  type="button"
                  className="quiet-button"
                  onClick={() => void restore(version)}
                >
                  {words.restore}
                </button>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}
