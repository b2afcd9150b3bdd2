import type { Severity } from '../../../shared/duty/incident.ts';
import { Shape } from '../../ui/shape.tsx';
import { useDesk } from '../desk-context.ts';
import { INCIDENTS_WORDS } from './incidents-words.ts';

interface SeverityMarkProps {
  readonly severity: Severity;
  /** What has ended alarms nobody. */
  readonly isOpen: boolean;
}

/** A grade in words; only what is grave and still open has a shape and a colour. */
export function SeverityMark({ severity, isOpen }: SeverityMarkProps) {
  const text = INCIDENTS_WORDS[useDesk().language].severity[severity];
  const isGrave = severity === 'critical' || severity === 'high';
  if (!isOpen || !isGrave) return <span className="duty-mark">{text}</span>;
  const shape = severity === 'critical' ? 'alarm' : 'warn';
  return (
    <span className={`duty-mark ${shape}`}>
      <Shape name={shape} /> {text}
    </span>
  );
}
