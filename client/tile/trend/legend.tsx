import type { TrendPicture } from '../../viz/trend-picture.ts';

/** Names beside bars cannot stand at their ends as those of lines do. */
export function Legend({ picture }: { picture: TrendPicture }) {
  const named = picture.series.filter(({ name }) => name !== '');
  if (picture.chart === 'line' || named.length === 0) return null;
  return (
    <p className="legend">
      {named.map(({ id, name, isQuiet }, at) => (
        <span key={id}>
          <i
            className={`swatch part-${isQuiet ? 4 : at + (picture.chart === 'stacked' ? 1 : 0)}`}
          />
          {name}
        </span>
      ))}
    </p>
  );
}
