import type { Meter, QualityReport, QualitySource } from '../../../shared/query/quality.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { meterText } from '../../tile/card/meter-text.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useRead } from '../../tile/use-read.ts';
import { CATALOGUE_WORDS } from './catalogue-words.ts';

const PATH = '/api/v1/quality';

/** How right, complete, clean and fresh the sources under a measure are, each with what it divides. */
export function SourceQuality({ feeds }: { feeds: string }) {
  const { language } = useTileSurroundings();
  const words = CATALOGUE_WORDS[language];
  const report = useRead<QualityReport>(PATH);
  const sources = report?.sources.filter((each) => each.source !== '' && isUnder(each, feeds));
  return (
    <section aria-labelledby="quality-title">
      <h3 id="quality-title" className="section-title">
        {words.quality}
      </h3>
      {sources?.length === 0 && <p className="none">{words.noSource}</p>}
      {sources && sources.length > 0 && <Meters sources={sources} />}
    </section>
  );
}

const isUnder = ({ feeds }: QualitySource, wanted: string) =>
  wanted === 'quality' || feeds.includes(wanted);

function Meters({ sources }: { sources: readonly QualitySource[] }) {
  const { language } = useTileSurroundings();
  const words = CATALOGUE_WORDS[language];
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          <th scope="col">{words.source}</th>
          {[words.valid, words.complete, words.clean, words.fresh, words.newest].map((head) => (
            <th key={head} scope="col" className="number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources.map(({ source, name, meters, lastAcceptedAt }) => (
          <tr key={source}>
            <th scope="row">{name[language]}</th>
            <MeterCell meter={meters.valid} />
            <MeterCell meter={meters.complete} />
            <MeterCell meter={meters.clean} />
            <MeterCell meter={meters.fresh} />
            <td className="number">
              {lastAcceptedAt === null ? '—' : formatDateTime(lastAcceptedAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MeterCell({ meter }: { meter: Meter }) {
  const { language } = useTileSurroundings();
  const { value, detail } = meterText(meter, language);
  return (
    <td className="number">
      {value} <span className="cell-note">{detail}</span>
    </td>
  );
}
