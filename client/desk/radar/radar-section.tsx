import { useMemo } from 'react';
import type { RadarAnswer, RadarRow } from '../../../shared/record/radar.ts';
import type { RecordsQuery } from '../../../shared/record/records.ts';
import { formatNumber } from '../../../shared/unit/format.ts';
import { formatDay, formatTime } from '../../../shared/unit/format-time.ts';
import { parseDay } from '../../../shared/unit/local-day.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { goToAddress } from '../../ui/address.ts';
import { unitName, useDesk } from '../desk-context.ts';
import { Segments } from '../form/choice.tsx';
import { listFile } from '../list/list-file.ts';
import { SaveList } from '../list/save-list.tsx';
import { SendList } from '../list/send-list.tsx';
import { SectionHead } from '../section-head.tsx';
import { rowsOf, type Sort, sortOfText, sortText } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { changePlace, usePlace } from '../use-place.ts';
import { type Polled, usePolled } from '../use-polled.ts';
import { useRadarColumns } from './radar-columns.tsx';
import { listAddress } from './radar-links.ts';
import { RadarSummary } from './radar-summary.tsx';
import { RADAR_WORDS } from './radar-words.ts';
import { sortRadar } from './sort-radar.ts';
import './radar.css';

const MOST_HOURS = 24;
const USUAL_SORT: Sort = { by: `due${MOST_HOURS}`, direction: 'descending' };

/** What will be late soon, by unit or field; every number leads to its dossiers. */
export function RadarSection() {
  const desk = useDesk();
  const words = RADAR_WORDS[desk.language];
  const by = usePlace().get('by') === 'field' ? 'field' : 'unit';
  const path = `/api/v1/radar?${new URLSearchParams({ unit: desk.unit, by })}`;
  const polled = usePolled<RadarAnswer>(path);
  const { answer } = polled;
  const asOf = answer ? `${words.now} ${formatTime(Date.parse(answer.asOf))} · ` : '';
  return (
    <>
      <SectionHead
        title={`${words.title} · ${unitName(desk, desk.unit)}`}
        detail={asOf + words.rule}
      >
        <Segments
          label={words.by}
          options={[
            { value: 'unit', text: words.unit },
            { value: 'field', text: words.field },
          ]}
          value={by}
          onChange={(value) => changePlace({ by: value === 'unit' ? null : value })}
        />
        <RadarFiles answer={answer} />
      </SectionHead>
      {answer && <RadarSummary answer={answer} />}
      <RadarTable polled={polled} by={by} />
      {answer && <Method answer={answer} />}
    </>
  );
}

/** The dossiers that the whole radar is about, without opening their list first. */
function RadarFiles({ answer }: { answer: RadarAnswer | null }) {
  const desk = useDesk();
  const { unit, language } = desk;
  const words = RADAR_WORDS[language];
  const filter = { state: 'due-in', dueInHours: MOST_HOURS } as const;
  const list: RecordsQuery = { kind: 'dossier', unit, filter, sort: { by: 'due' } };
  const title = `${words.title}, ${words.within(String(MOST_HOURS))} · ${unitName(desk, unit)}`;
  const link = listAddress({ unit, by: 'unit', key: '' }, filter);
  const file = listFile(list, title, language, link);
  const total = answer?.total.due.find(({ hours }) => hours === MOST_HOURS)?.count ?? null;
  return (
    <>
      <SaveList file={file} isEmpty={!total} />
      <SendList file={file} total={total} />
    </>
  );
}

function RadarTable({ polled, by }: { polled: Polled<RadarAnswer>; by: 'unit' | 'field' }) {
  const { unit, language, names, borders } = useDesk();
  const words = RADAR_WORDS[language];
  const { answer, refusal, isOld } = polled;
  const columns = useRadarColumns(answer);
  const { by: sortBy, direction } = sortOfText(usePlace().get('sort')) ?? USUAL_SORT;
  const rows = useMemo(() => {
    const nameOfKey = (key: string) => nameOf(names, by, key, language, borders);
    return rowsOf(sortRadar(answer?.rows ?? [], { by: sortBy, direction }, nameOfKey));
  }, [answer, sortBy, direction, names, by, language, borders]);
  const open = ({ key }: RadarRow) =>
    goToAddress(listAddress({ unit, by, key }, { state: 'due-in', dueInHours: MOST_HOURS }));
  return (
    <DataTable
      label={`${words.title}, ${words[by]}`}
      columns={columns}
      rows={rows}
      sort={{ by: sortBy, direction }}
      onSort={(next) => changePlace({ sort: sortText(next) }, 'replace')}
      onOpen={open}
      empty={refusal ? `${words.failed} (${refusal})` : words.none}
      isOld={isOld}
      listKey={`${unit}/${by}`}
      hasFocus
    />
  );
}

/** How lateness to come is estimated stands on the page, not only in a manual. */
function Method({ answer: { method } }: { answer: RadarAnswer }) {
  const { language } = useDesk();
  const words = RADAR_WORDS[language];
  const dayText = (day: string) => {
    const parsed = parseDay(day);
    return parsed === undefined ? day : formatDay(parsed);
  };
  const basis = words.basis(
    dayText(method.from),
    dayText(method.to),
    formatNumber(method.minCases, 0, language),
  );
  return (
    <p className="radar-method">
      <b>
        {words.method}: {method.name[language]}.
      </b>{' '}
      {method.text[language]} {basis}
    </p>
  );
}
