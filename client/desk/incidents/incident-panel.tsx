import { useState } from 'react';
import {
  INCIDENT_DEEDS,
  type IncidentCase,
  type IncidentDeedName,
  isIncidentDeedPossible,
} from '../../../shared/duty/incident.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { unitName, useDesk } from '../desk-context.ts';
import { EntryList } from '../duty/entry-list.tsx';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { changePlace } from '../use-place.ts';
import { INCIDENTS_WORDS } from './incidents-words.ts';
import { SeverityMark } from './severity-mark.tsx';

/** One incident: how grave, since when, what happened and what was done, in one timeline. */
export function IncidentPanel({ incident }: { incident: IncidentCase }) {
  const desk = useDesk();
  const words = INCIDENTS_WORDS[desk.language];
  const { severity, unit, openedAt, openedBy, closedAt, timeline } = incident;
  return (
    <aside className="duty-panel" aria-label={incident.title}>
      <header className="duty-panel-head">
        <h2>{incident.title}</h2>
        <button type="button" className="action" onClick={() => changePlace({ incident: null })}>
          {words.close}
        </button>
      </header>
      <dl className="duty-facts">
        <dt>{words.columns.severity}</dt>
        <dd>
          <SeverityMark severity={severity} isOpen={closedAt === null} />
        </dd>
        <dt>{words.columns.unit}</dt>
        <dd>{unitName(desk, unit)}</dd>
        <dt>{words.columns.opened}</dt>
        <dd>
          {formatDateTime(openedAt)}
          {closedAt !== null && `, ${words.closedAt(formatDateTime(closedAt))}`}
        </dd>
        <dt>{words.by}</dt>
        <dd>{openedBy}</dd>
      </dl>
      <IncidentDeeds incident={incident} />
      <h3>{words.timeline}</h3>
      <EntryList
        label={words.timeline}
        entries={timeline.map(({ seq, at, by, from, deed, text }) => ({
          key: `${from}${seq}${deed}`,
          by: from === 'source' ? `${by} (${words.source})` : by,
          what: words.deeds[deed as keyof typeof words.deeds] ?? deed,
          ...{ at, text },
        }))}
      />
    </aside>
  );
}

const SIMPLE = INCIDENT_DEEDS.filter((deed) => deed !== 'grade');
const GRADES = ['low', 'medium', 'high', 'critical'] as const;

function IncidentDeeds({ incident }: { incident: IncidentCase }) {
  const words = INCIDENTS_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const [text, setText] = useState('');
  const { id, seq, severity, closedAt } = incident;
  const isPossible = (deed: IncidentDeedName) => isIncidentDeedPossible(closedAt === null, deed);
  const act = async (deed: IncidentDeedName, more: object = {}) => {
    const body = { deed, seq, text: text.trim(), ...more };
    const path = `/api/v1/incidents/${encodeURIComponent(id)}/deeds`;
    if (await send<IncidentCase>(path, body)) setText('');
  };
  return (
    <div className="duty-form">
      <label>
        {words.text}
        <textarea value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <div className="duty-buttons">
        {SIMPLE.filter(isPossible).map((deed) => (
          <button
            key={deed}
            type="button"
            className="action"
            disabled={isBusy || (deed === 'note' && text.trim() === '')}
            onClick={() => void act(deed)}
          >
            {words.deeds[deed]}
          </button>
        ))}
        {isPossible('grade') && (
          <label className="select">
            <span>{words.deeds.grade}</span>
            <select
              className="field-input"
              value={severity}
              disabled={isBusy}
              onChange={({ target }) => void act('grade', { severity: target.value })}
            >
              {GRADES.map((grade) => (
                <option key={grade} value={grade}>
                  {words.severity[grade]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <FaultLine text={fault} />
    </div>
  );
}
