import type { QualitySource } from '../../../shared/query/quality.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { useRead } from '../use-read.ts';
import { CARD_WORDS } from './card-words.ts';
import { refusedText, rejectionText } from './meter-text.ts';

interface Refused {
  readonly number: number;
  readonly code: string;
  readonly path: string;
  readonly source: string;
  readonly id: string;
}

const LAST = '/api/v1/quarantine?limit=100';
const MOST_LINES = 3;

interface QuarantineProps {
  readonly sources: readonly QualitySource[];
  readonly maySeeEvents: boolean;
}

/** What was refused, by source and cause; the administrator also sees the last ones. */
export function Quarantine({ sources, maySeeEvents }: QuarantineProps) {
  const { language } = useTileSurroundings();
  const words = CARD_WORDS[language];
  const page = useRead<{ events: readonly Refused[] }>(maySeeEvents ? LAST : null);
  const known = new Set(sources.map(({ source }) => source));
  const last = (page?.events ?? []).filter(({ source }) => known.has(source));
  const refused = sources.filter(({ rejected }) => rejected > 0);
  return (
    <>
      <h3>{words.refused}</h3>
      {refused.length === 0 && <p className="none">{words.none}</p>}
      <ul className="card-lines">
        {refused.map((each) => (
          <li key={each.source}>
            {each.source === '' ? words.nameless : each.source}: {refusedText(each, language)}
          </li>
        ))}
        {last.slice(0, MOST_LINES).map(({ number, code, path, id }) => (
          <li key={number} className="none">
            {id || '—'} · {rejectionText(code, language)} · {path}
          </li>
        ))}
      </ul>
    </>
  );
}
