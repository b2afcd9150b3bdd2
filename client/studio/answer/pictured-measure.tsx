import { useTileSurroundings } from '../../tile/tile-context.ts';
import type { DraftChart } from '../question/chart-place.ts';
import { ANSWER_WORDS } from './answer-words.ts';

const ALL = '';

interface PicturedMeasureProps {
  readonly chart: DraftChart;
  readonly onPick: (chart: DraftChart) => void;
}

/** Which of several measures the chart and the map show; a ranking and a map show one. */
export function PicturedMeasure({ chart, onPick }: PicturedMeasureProps) {
  const { language, measures } = useTileSurroundings();
  const { measures: shown, ...rest } = chart;
  const asked = chart.query.measures;
  if (asked.length < 2) return null;
  const words = ANSWER_WORDS[language];
  return (
    <label className="pictured">
      {words.picture}
      <select
        className="select-field"
        value={shown?.[0] ?? ALL}
        onChange={({ target: { value } }) =>
          onPick(value === ALL ? rest : { ...rest, measures: [value] })
        }
      >
        <option value={ALL}>{words.allMeasures}</option>
        {asked.map((id) => (
          <option key={id} value={id}>
            {measures.get(id)?.shortName[language] ?? id}
          </option>
        ))}
      </select>
    </label>
  );
}
