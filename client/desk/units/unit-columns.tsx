import { useMemo } from 'react';
import {
  formatInteger,
  formatNumber,
  formatPercent,
  type Language,
} from '../../../shared/unit/format.ts';
import { Shape } from '../../ui/shape.tsx';
import { useDesk } from '../desk-context.ts';
import { PlaceLink } from '../place-link.tsx';
import type { Column } from '../table/column.ts';
import { type Counted, type ListAsk, listAddress } from './unit-links.ts';
import { lateOf, percentOf, type UnitRow } from './unit-rows.ts';
import { UNITS_WORDS } from './units-words.ts';

/** What the columns of one table share. */
interface Reading extends PullReading {
  /** Title of the first column: what the rows are. */
  readonly what: string;
  /** Lists that the counts lead to; the same object until one changes. */
  readonly ask: ListAsk;
  /** There is less room: the map stands beside the table. */
  readonly isNarrow: boolean;
}

interface PullReading {
  /** Code of the row that pulls down most; undefined where none does. */
  readonly strongestCode: string | null | undefined;
  /** It stands out. */
  readonly isNotable: boolean;
  /** Longest bar of a pull, points. */
  readonly widest: number;
}

export function useUnitColumns(reading: Reading): readonly Column<UnitRow>[] {
  const { language } = useDesk();
  const { what, ask, isNarrow, strongestCode, isNotable, widest } = reading;
  return useMemo(() => {
    const columns = [
      nameColumn(what),
      countColumn('received', language, ask, ({ received }) => received),
      countColumn('resolved', language, ask, ({ rate }) => rate?.den ?? null),
      countColumn('late', language, ask, ({ rate }) => lateOf(rate)),
      rateColumn(language),
      pullColumn(language, { strongestCode, isNotable, widest }),
      countColumn('open', language, ask, ({ open }) => open),
      countColumn('due', language, ask, ({ dueIn8h }) => dueIn8h),
      countColumn('openLate', language, ask, ({ openLate }) => openLate),
    ];
    return columns.filter(({ id }) => !(isNarrow && BESIDE_MAP.has(id)));
  }, [language, what, ask, isNarrow, strongestCode, widest, isNotable]);
}

/** What the table leaves out beside a map. */
const BESIDE_MAP: ReadonlySet<string> = new Set(['received', 'resolved', 'open', 'due']);

function nameColumn(title: string): Column<UnitRow> {
  return {
    id: 'name',
    title,
    width: 'minmax(150px, 260px)',
    sort: 'ascending',
    cell: ({ code, name }) => (
      <span className={code === null ? 'unit-rest' : undefined}>{name}</span>
    ),
  };
}

/** Narrowest width of those with a long title, px. */
const WIDTHS: Readonly<Partial<Record<Counted, number>>> = { open: 110, resolved: 94 };

function countColumn(
  id: Counted,
  language: Language,
  ask: ListAsk,
  read: (row: UnitRow) => number | null,
): Column<UnitRow> {
  return {
    id,
    title: UNITS_WORDS[language][id],
    hint: UNITS_WORDS[language][`${id}Hint`],
    width: `minmax(${WIDTHS[id] ?? 80}px, 112px)`,
    align: 'end',
    sort: 'descending',
    cell: (row) => {
      const count = read(row);
      const text = formatInteger(count, language);
      if (!count || (row.code === null && ask.split === 'field')) return text;
      return (
        <PlaceLink className="unit-count" tabIndex={-1} href={listAddress(ask, row.code, id)}>
          {text}
        </PlaceLink>
      );
    },
  };
}

function rateColumn(language: Language): Column<UnitRow> {
  return {
    id: 'rate',
    title: UNITS_WORDS[language].rate,
    hint: UNITS_WORDS[language].rateHint,
    width: '80px',
    align: 'end',
    sort: 'ascending',
    cell: ({ rate }) => formatPercent(percentOf(rate), language),
  };
}

function pullColumn(language: Language, reading: PullReading): Column<UnitRow> {
  const { strongestCode, widest, isNotable } = reading;
  const words = UNITS_WORDS[language];
  return {
    id: 'pull',
    title: words.pull,
    hint: words.pullHint,
    width: 'minmax(224px, 1fr)',
    sort: 'ascending',
    cell: ({ code, pull }) => (
      <Pull
        points={pull}
        widest={widest}
        note={code === strongestCode ? words.most : ''}
        isNotable={isNotable && code === strongestCode}
      />
    ),
  };
}

interface PullProps {
  readonly points: number | null;
  readonly widest: number;
  readonly note: string;
  readonly isNotable: boolean;
}

/** A bar from the middle line, the number at its left; the words stand on the side where no bar is. */
function Pull({ points, widest, note, isNotable }: PullProps) {
  const { language } = useDesk();
  const share = points === null || widest === 0 ? 0 : Math.abs(points) / widest;
  const isDown = (points ?? 0) < 0;
  return (
    <span className={isNotable ? 'pull warn' : 'pull'} data-down={isDown}>
      <span className="pull-points">
        {isNotable && <Shape name="down" />}
        {formatNumber(points, 2, language, 'always')}
      </span>
      <span className="pull-axis">
        <i style={{ width: `${share * 50}%` }} />
        {note && <em>{note}</em>}
      </span>
    </span>
  );
}
