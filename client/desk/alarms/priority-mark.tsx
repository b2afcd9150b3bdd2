import type { AlarmPriority } from '../../../shared/alarm/rule.ts';
import { useDesk } from '../desk-context.ts';
import { PRIORITY_WORDS } from './alarms-words.ts';

const PATHS: Readonly<Record<`${AlarmPriority}`, string>> = {
  '1': 'M8 .5 16 15H0Z',
  '2': 'M8 0 16 8 8 16 0 8Z',
  '3': 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13Zm0 2a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9Z',
  diagnostic: 'M1.5 1.5h13v13h-13Zm2 2v9h9v-9Z',
};

/** A shape, a word, and a colour for the two that cannot wait. */
export function PriorityMark({ priority }: { priority: AlarmPriority }) {
  const { language } = useDesk();
  return (
    <span className="alarm-priority" data-priority={priority}>
      <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
        <path d={PATHS[priority]} fillRule="evenodd" />
      </svg>
      {PRIORITY_WORDS[language][priority]}
    </span>
  );
}
