import type { Query } from '../../../shared/query/query.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { sparkline } from '../../viz/sparkline.ts';

const WIDTH = 480;
const HEIGHT = 40;

/** The course of the figure; only a hint, so without axes: the trend tile is for reading. */
export function Sparkline({ query, measure }: { query: Query; measure: string }) {
  const { rows } = useAnswer(query);
  const { runs, dots } = sparkline(
    rows.map((row) => row.values[measure]?.value ?? null),
    WIDTH,
    HEIGHT,
  );
  return (
    <svg
      className="sparkline"
      viewBox={`-4 -6 ${WIDTH + 12} ${HEIGHT + 12}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {runs.map((path) => (
        <path key={path} d={path} />
      ))}
      {dots.map(({ x, y }) => (
        <path key={`${x} ${y}`} className="sparkline-dot" d={`M${x} ${y}h0`} />
      ))}
    </svg>
  );
}
