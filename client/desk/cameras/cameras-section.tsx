import { lazy, Suspense, useMemo } from 'react';
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
import { WindowList } from './window-list.tsx';
import '../map/desk-map.css';
import './cameras.css';

/** What a map needs is loaded by whoever wants one. */
const CamerasMap = lazy(() =>
  import('./cameras-map.tsx').then(({ CamerasMap }) => ({ default: CamerasMap })),
);

const USUAL_SORT: Sort = { by: 'down', direction: 'descending' };
const BY: readonly GroupBy[] = ['unit', 'owner', 'contractor', 'zone'];

/** What is really known of the cameras, what is down by which cause, and how reliable whose cameras are. */
export function CamerasSection() {
  const desk = useDesk();
  const words = CAMERAS_WORDS[desk.language];
  const place = usePlace();
  const wanted = place.get('by');
  const hasMap = place.get('map') === '1';
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
        <button
          type="button"
          className="action"
          aria-pressed={hasMap}
          onClick={() => changePlace({ map: hasMap ? null : '1' }, 'replace')}
        >
          {words.map}
        </button>
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
          <div>
            <WindowList />
            <MaintenanceList cameras={answer.maintenance} total={answer.total.maintenance} />
          </div>
        </div>
      )}
      <div className="desk-with-map" data-map={hasMap}>
        <CameraTable
          rows={answer?.rows ?? NO_ROWS}
          by={by}
          empty={empty}
          isOld={isOld}
          isNarrow={hasMap}
        />
        {hasMap && (
          <Suspense fallback={null}>
            <CamerasMap />
          </Suspense>
        )}
      </div>
    </>
  );
}

const NO_ROWS: readonly LadderRow[] = [];

interface CameraTableProps {
  readonly rows: readonly LadderRow[];
  readonly by: GroupBy;
  readonly empty: string;
  readonly isOld: boolean;
  readonly isNarrow: boolean;
}

function CameraTable({ rows, by, empty, isOld, isNarrow }: CameraTableProps) {
  const desk = useDesk();
  const words = CAMERAS_WORDS[desk.language];
  const { by: sortBy, direction } = sortOfText(usePlace().get('sort')) ?? USUAL_SORT;
  const reliability = useReliability(by);
  const columns = useCameraColumns(by, reliability, isNarrow);
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
