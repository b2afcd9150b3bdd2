import { useMemo, useState } from 'react';
import type { IncidentCase } from '../../../shared/duty/incident.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { unitName, useDesk } from '../desk-context.ts';
import { useTopic } from '../duty/use-topic.ts';
import { SectionHead } from '../section-head.tsx';
import { type Column, rowsOf } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { changePlace, usePlace } from '../use-place.ts';
import { IncidentForm } from './incident-form.tsx';
import { IncidentPanel } from './incident-panel.tsx';
import { INCIDENTS_WORDS } from './incidents-words.ts';
import { SeverityMark } from './severity-mark.tsx';
import '../form/form.css';
import '../duty/duty.css';

const isOpen = ({ closedAt }: IncidentCase) => closedAt === null;

/** Incidents that people opened or sources sent, of the unit that is shown and below it. */
export function IncidentsSection() {
  const desk = useDesk();
  const place = usePlace();
  const words = INCIDENTS_WORDS[desk.language];
  const [isOpening, setOpening] = useState(false);
  const { value, failure } = useTopic<readonly IncidentCase[]>('/api/v1/incidents', 'incident');
  const { borders, unit, top } = desk;
  const here = useMemo(
    () => (value ?? []).filter((each) => unit === top || borders.isWithin(each.unit, unit)),
    [value, borders, unit, top],
  );
  const open = here.filter(isOpen);
  const grave = open.filter(({ severity }) => severity === 'critical' || severity === 'high');
  const chosen = here.find(({ id }) => id === place.get('incident'));
  const said = (list: readonly IncidentCase[]) => formatInteger(list.length, desk.language);
  return (
    <>
      <SectionHead
        title={`${words.title} · ${unitName(desk, unit)}`}
        detail={value && words.count(said(open), said(grave))}
      >
        <button type="button" className="action" data-main="true" onClick={() => setOpening(true)}>
          {words.open}
        </button>
      </SectionHead>
      <div className="duty-split" data-open={chosen !== undefined}>
        <IncidentsTable
          incidents={here}
          empty={failure ? `${words.failed} (${failure.code})` : value ? words.none : words.reading}
        />
        {chosen && <IncidentPanel key={chosen.id} incident={chosen} />}
      </div>
      {isOpening && <IncidentForm onClose={() => setOpening(false)} />}
    </>
  );
}

function IncidentsTable({
  incidents,
  empty,
}: {
  incidents: readonly IncidentCase[];
  empty: string;
}) {
  const desk = useDesk();
  const words = INCIDENTS_WORDS[desk.language];
  const columns = useMemo((): readonly Column<IncidentCase>[] => {
    const { columns: titles, states } = words;
    return [
      {
        id: 'severity',
        title: titles.severity,
        width: '140px',
        cell: (each) => <SeverityMark severity={each.severity} isOpen={isOpen(each)} />,
      },
      { id: 'title', title: titles.title, width: 'minmax(200px, 1fr)', cell: ({ title }) => title },
      { id: 'unit', title: titles.unit, width: '140px', cell: ({ unit }) => unitName(desk, unit) },
      {
        id: 'opened',
        title: titles.opened,
        width: '140px',
        cell: ({ openedAt }) => formatDateTime(openedAt),
      },
      {
        id: 'state',
        title: titles.state,
        width: '110px',
        cell: (each) => (isOpen(each) ? states.open : states.closed),
      },
    ];
  }, [desk, words]);
  return (
    <div className="duty-list">
      <DataTable
        label={words.title}
        columns={columns}
        rows={useMemo(() => rowsOf(incidents), [incidents])}
        onOpen={({ id }) => changePlace({ incident: id })}
        empty={empty}
        listKey={desk.unit}
        hasFocus
      />
    </div>
  );
}
