import type { Measure } from '../../../shared/measure/measure.ts';
import { formatNumber } from '../../../shared/unit/format.ts';
import { placeOn, type Scale } from '../../viz/scale.ts';
import { useTileSurroundings } from '../tile-context.ts';

interface DotAxisProps {
  readonly scale: Scale;
  readonly measure: Measure | undefined;
  readonly limit: number | undefined;
}

/** Says in words where a cut scale begins, and where the limit lies. */
export function DotAxis({ scale, measure, limit }: DotAxisProps) {
  const { language } = useTileSurroundings();
  const percent = measure?.unit[language].startsWith('%') ? '%' : '';
  const write = (n: number) =>
    `${formatNumber(n, Number.isInteger(n) ? 0 : 1, language)}${percent}`;
  const threshold = limit === undefined ? '' : write(limit);
  // Two words in one place would lie on each other.
  const isLimitLow = limit === scale.low;
  const low = isLimitLow ? threshold : write(scale.low);
  const words =
    language === 'vi'
      ? {
          low: `thang từ ${isLimitLow ? 'ngưỡng ' : ''}${low}`,
          limit: `ngưỡng ${threshold}`,
          high: 'đến',
        }
      : {
          low: `scale from ${isLimitLow ? 'limit ' : ''}${low}`,
          limit: `limit ${threshold}`,
          high: 'to',
        };
  return (
    <li className="dot-axis">
      <span className="dot-axis-low">{words.low}</span>
      <span className="dot-axis-line">
        {limit !== undefined && !isLimitLow && (
          <span className="dot-axis-limit" style={{ left: `${placeOn(scale, limit)}%` }}>
            {words.limit}
          </span>
        )}
      </span>
      <span className="dot-axis-high">
        {words.high} {write(scale.high)}
      </span>
    </li>
  );
}
