import type { Measure } from '../../../shared/measure/measure.ts';
import { placeOn, type Scale } from '../../viz/scale.ts';
import type { Severity } from '../severity.ts';

interface TargetBarProps {
  readonly value: number;
  readonly target: number | undefined;
  readonly measure: Measure | undefined;
  readonly severity: Severity;
}

/** A bar from zero with the target as a tick across it; a count against nothing has no end to fill a bar towards. */
export function TargetBar({ value, target, measure, severity }: TargetBarProps) {
  const isShare = measure?.unit.vi.startsWith('%') && value <= 100 && (target ?? 0) <= 100;
  if (!isShare && target === undefined) return null;
  const high = isShare ? 100 : Math.max(value, target ?? 0) * 1.08 || 1;
  const scale: Scale = { low: 0, high, ticks: [0, high] };
  return (
    <div className="target-bar" aria-hidden="true">
      <i className={`target-bar-fill ${severity}`} style={{ width: `${placeOn(scale, value)}%` }} />
      {target !== undefined && (
        <i className="target-bar-tick" style={{ left: `${placeOn(scale, target)}%` }} />
      )}
    </div>
  );
}
