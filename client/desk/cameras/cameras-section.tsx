import { useMemo } from 'react';
import type { LadderAnswer, LadderRow } from '../../../shared/record/camera-ladder.ts';
import { formatTime } from '../../../shared/unit/format-time.ts';
import { unitName, useDesk } from '../desk-context.ts';
import { Segments } from '../form/choice.tsx';
import { SectionHead } from '../section-head.tsx';
import { rowsOf, type Sort, sortOfText, sortText } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { changePlace, usePlace } from '../use-place.ts';
import { usePolled } from '../use-polled.ts';
import { type GroupBy, groupName, sortCameras, useCameraColumns } from './camera-columns.tsx';
import { CameraLadder } from './camera-ladder.tsx';
import { CAMERAS_WORDS } from './cameras-words.ts';
import { MaintenanceList, OutageList } from './outage-list.tsx';
import { useReliability } from './use-reliability.ts';
import './cameras.css';

const USUAL_SORT: Sort = { by: 'down', direction: 'descending' };
const BY: readonly GroupBy[] = ['unit', 'owner', 'contractor', 'zone'];

/** What is really known of the cameras, what is down by which cause, and how reliable whose cameras are. */
export function CamerasSection() {
  const desk = useDesk();
  const words = CAMERAS_WORDS[desk.language];
  const wanted = usePlace().get('by');
  const by = BY.find((each) => each === wanted) ?? 'unit';
  const path = `/api/v1/cameras/ladder?${new URLSearchParams({ unit: desk.unit, by })}`;
  const { answer, refusal, isOld } = usePolled<LadderAnswer>(path);
  const asOf = answer ? `${words.now} ${formatTime(Date.parse(answer.asOf))} · ` : '';
  const empty = refusal ? `${words.failed} (${refusal})` : words.none;
  return (
    <>
      <SectionHead
        title={`${words.title} · ${unitName(desk, desk.unit)}`}
        detail={asOf + words.rule}
      >
        <Segments
          label={words.by}
          options={BY.map((value) => ({ value, text: words[value] }))}
          value={by}
          onChange={(value) => changePlace({ by: value === 'unit' ? null : value, sort: null })}
        />
      </SectionHead>
      {answer && (
        <div className="cameras-now">
          <CameraLadder total={answer.total} />
          <OutageList groups={answer.groups} />
          <MaintenanceList cameras={answer.maintenance} total={answer.total.maintenance} />
        </div>
      )}
      <CameraTable rows={answer?.rows ?? NO_ROWS} by={by} empty={empty} isOld={isOld} />
    </>
  );
}

const NO_ROWS: readonly LadderRow[] = [];

interface CameraTableProps {
  readonly rows: readonly LadderRow[];
  readonly by: GroupBy;
  readonly empty: string;
  readonly isOld: boolean;
}

function CameraTable({ rows, by, empty, isOld }: CameraTableProps) {
  const desk = useDesk();
  const words = CAMERAS_WORDS[desk.language];
  const { by: sortBy, direction } = sortOfText(usePlace().get('sort')) ?? USUAL_SORT;
  const reliability = useReliability(by);
  const columns = useCameraColumns(by, reliability);
  const sorted = useMemo(
    () =>
      rowsOf(
        sortCameras(rows, { by: sortBy, direction }, reliability, (key) =>
          groupName(desk, by, key),
        ),
      ),
    [rows, sortBy, direction, reliability, desk, by],
  );
  const goDown = ({ key }: LadderRow) => {
    if (key !== desk.unit) changePlace({ unit: key, sort: null });
  };
  return (
    <DataTable
      label={`${words.title}, ${words[by]}`}
      columns={columns}
      rows={sorted}
      sort={{ by: sortBy, direction }}
      onSort={(next) => changePlace({ sort: sortText(next) }, 'replace')}
      {...(by === 'unit' && { onOpen: goDown })}
      empty={empty}
      isOld={isOld}
      listKey={`${desk.unit}/${by}`}
      hasFocus
    />
  );
}
