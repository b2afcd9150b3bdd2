import { useMemo } from 'react';
import type { LADDER_BY, LadderRow } from '../../../shared/record/camera-ladder.ts';
import { formatInteger, formatNumber, formatPercent } from '../../../shared/unit/format.ts';
import { compareVietnamese } from '../../../shared/unit/text.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { Shape } from '../../ui/shape.tsx';
import { type DeskSurroundings, useDesk } from '../desk-context.ts';
import type { Column, Sort } from '../table/column.ts';
import { CAMERAS_WORDS } from './cameras-words.ts';
import type { Reliability } from './use-reliability.ts';

export type GroupBy = (typeof LADDER_BY)[number];

export function groupName(
  { names, language, borders, unit }: DeskSurroundings,
  by: GroupBy,
  key: string,
): string {
  const words = CAMERAS_WORDS[language];
  if (key === '') return words.without[by];
  return by === 'unit' && key === unit ? words.own : nameOf(names, by, key, language, borders);
}

type Known = ReadonlyMap<string, Reliability>;
type CountName = 'registered' | 'connected' | 'reachable' | 'fresh';

/** What goes first where a map takes a third of the room. */
const WIDE_ONLY = ['registered', 'connected', 'reachable', 'fresh', 'mttr', 'hours'];

export function useCameraColumns(
  by: GroupBy,
  known: Known,
  isNarrow: boolean,
): readonly Column<LadderRow>[] {
  const desk = useDesk();
  return useMemo(() => {
    const words = CAMERAS_WORDS[desk.language];
    const count = (id: CountName): Column<LadderRow> => ({
      id,
      title: words.short[id],
      hint: words.rungHints[id],
      width: 'minmax(72px, 112px)',
      align: 'end',
      sort: 'descending',
      cell: (row) => formatInteger(row[id], desk.language),
    });
    const columns: readonly Column<LadderRow>[] = [
      {
        id: 'name',
        title: words[by],
        width: 'minmax(136px, 260px)',
        sort: 'ascending',
        cell: ({ key }) => groupName(desk, by, key),
      },
      ...(['registered', 'connected', 'reachable', 'fresh'] as const).map(count),
      healthyColumn(desk),
      ...troubleColumns(desk),
      ...reliabilityColumns(desk, known),
    ];
    return isNarrow ? columns.filter(({ id }) => !WIDE_ONLY.includes(id)) : columns;
  }, [desk, by, known, isNarrow]);
}

function healthyColumn({ language }: DeskSurroundings): Column<LadderRow> {
  const words = CAMERAS_WORDS[language];
  return {
    id: 'healthy',
    title: words.healthy,
    hint: words.rungHints.healthy,
    width: 'minmax(140px, 1fr)',
    sort: 'ascending',
    cell: ({ healthy, connected }) => (
      <span className="camera-share">
        <span>{formatInteger(healthy, language)}</span>
        <span className="camera-track" aria-hidden="true">
          <i style={{ width: `${shareOf({ healthy, connected }) ?? 0}%` }} />
        </span>
        <span>{formatPercent(shareOf({ healthy, connected }), language, 1)}</span>
      </span>
    ),
  };
}

function shareOf({ healthy, connected }: Pick<LadderRow, 'healthy' | 'connected'>): number | null {
  return connected === 0 ? null : (healthy / connected) * 100;
}

function troubleColumns({ language }: DeskSurroundings): readonly Column<LadderRow>[] {
  const words = CAMERAS_WORDS[language];
  return [
    {
      id: 'down',
      title: words.down,
      hint: words.downHint,
      width: '96px',
      align: 'end',
      sort: 'descending',
      cell: ({ down }) => (
        <span className={down > 0 ? 'alarm' : undefined}>
          {down > 0 && <Shape name="alarm" />} {formatInteger(down, language)}
        </span>
      ),
    },
    {
      id: 'silent',
      title: words.silent,
      hint: words.silentHint,
      width: '76px',
      align: 'end',
      sort: 'descending',
      cell: ({ silent }) => formatInteger(silent, language),
    },
    {
      id: 'maintenance',
      title: words.inMaintenance,
      width: '76px',
      align: 'end',
      sort: 'descending',
      cell: ({ maintenance }) => formatInteger(maintenance, language),
    },
  ];
}

function reliabilityColumns(
  { language }: DeskSurroundings,
  known: Known,
): readonly Column<LadderRow>[] {
  const words = CAMERAS_WORDS[language];
  return [
    {
      id: 'availability',
      title: words.availability,
      hint: words.availabilityHint,
      width: '84px',
      align: 'end',
      sort: 'ascending',
      cell: ({ key }) => formatPercent(known.get(key)?.availability, language),
    },
    {
      id: 'mttr',
      title: words.mttr,
      hint: words.mttrHint,
      width: '84px',
      align: 'end',
      sort: 'descending',
      cell: ({ key }) => formatNumber(known.get(key)?.mttrHours, 1, language),
    },
    {
      id: 'hours',
      title: words.hours,
      hint: words.hoursHint,
      width: '92px',
      align: 'end',
      sort: 'descending',
      cell: ({ maintenanceHours }) => formatNumber(maintenanceHours, 1, language),
    },
  ];
}

const VALUES: Readonly<Record<string, (row: LadderRow) => number | null>> = {
  registered: ({ registered }) => registered,
  connected: ({ connected }) => connected,
  reachable: ({ reachable }) => reachable,
  fresh: ({ fresh }) => fresh,
  healthy: shareOf,
  down: ({ down }) => down,
  silent: ({ silent }) => silent,
  maintenance: ({ maintenance }) => maintenance,
  hours: ({ maintenanceHours }) => maintenanceHours,
};

/** By a column; what has no figure comes last either way. */
export function sortCameras(
  rows: readonly LadderRow[],
  { by, direction }: Sort,
  known: Known,
  nameOfKey: (key: string) => string,
): readonly LadderRow[] {
  const turn = direction === 'descending' ? -1 : 1;
  if (by === 'name') {
    return [...rows].sort((a, b) => turn * compareVietnamese(nameOfKey(a.key), nameOfKey(b.key)));
  }
  const valueIn = (row: LadderRow): number | null => {
    if (by === 'availability') return known.get(row.key)?.availability ?? null;
    if (by === 'mttr') return known.get(row.key)?.mttrHours ?? null;
    return VALUES[by]?.(row) ?? null;
  };
  const last = turn * Number.POSITIVE_INFINITY;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueIn(a) ?? last, valueIn(b) ?? last];
    return x === y ? 0 : turn * (x - y);
  });
}
