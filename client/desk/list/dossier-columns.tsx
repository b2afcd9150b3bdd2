import { useMemo } from 'react';
import type { RecordRow } from '../../../shared/record/records.ts';
import { NO_VALUE } from '../../../shared/unit/format.ts';
import { formatDay } from '../../../shared/unit/format-time.ts';
import { parseDay } from '../../../shared/unit/local-day.ts';
import { type DeskSurroundings, useDesk } from '../desk-context.ts';
import { addressOf } from '../place.ts';
import { PlaceLink } from '../place-link.tsx';
import type { Column } from '../table/column.ts';
import { useIsNarrow } from '../use-is-narrow.ts';
import { codeName } from './chips.ts';
import { LIST_WORDS } from './list-words.ts';
import { StandingMark } from './standing-mark.tsx';

/** The address of one dossier's page; the way up to the unit shown stays. */
export function recordAddress(
  { agency, code }: Pick<RecordRow, 'agency' | 'code'>,
  { unit, top }: Pick<DeskSurroundings, 'unit' | 'top'>,
): string {
  return addressOf('record', { unit: unit === top ? null : unit, agency, code });
}

/** `31/12/2023` */
export function dayText(day: string | null): string {
  const parsed = parseDay(day ?? '');
  return parsed === undefined ? NO_VALUE : formatDay(parsed);
}

/** `isClosed`: the list is of closed dossiers, whose closing day matters. */
export function useDossierColumns(isClosed: boolean): readonly Column<RecordRow>[] {
  const desk = useDesk();
  const isNarrow = useIsNarrow();
  return useMemo(() => {
    const named = namedColumn(desk);
    const day = dayColumn(desk);
    return [
      codeColumn(desk),
      standingColumn(desk),
      day('due'),
      named('unit', 'minmax(100px, 1fr)'),
      named('field', 'minmax(120px, 1.2fr)'),
      named('procedure', 'minmax(110px, 1.4fr)'),
      day('received'),
      isClosed ? day('closed') : named('status', 'minmax(116px, 140px)'),
      ...(isNarrow ? [] : [named('channel', 'minmax(120px, 168px)')]),
    ];
  }, [desk, isClosed, isNarrow]);
}

function codeColumn(desk: DeskSurroundings): Column<RecordRow> {
  return {
    id: 'code',
    title: LIST_WORDS[desk.language].code,
    width: 'minmax(188px, 220px)',
    cell: (row) => (
      <PlaceLink className="list-code" href={recordAddress(row, desk)} tabIndex={-1}>
        {row.code}
      </PlaceLink>
    ),
  };
}

function standingColumn({ language }: DeskSurroundings): Column<RecordRow> {
  return {
    id: 'late',
    title: LIST_WORDS[language].columns.late,
    width: 'minmax(136px, 158px)',
    sort: 'descending',
    cell: (row) => <StandingMark row={row} />,
  };
}

type NamedColumn = 'unit' | 'field' | 'procedure' | 'level' | 'channel' | 'status';

function namedColumn(desk: DeskSurroundings) {
  return (id: NamedColumn, width: string): Column<RecordRow> => ({
    id,
    title: LIST_WORDS[desk.language].columns[id],
    width,
    sort: 'ascending',
    cell: (row) => {
      const text = codeName(id, row[id], desk);
      return <span title={text}>{text}</span>;
    },
  });
}

function dayColumn({ language }: DeskSurroundings) {
  return (id: 'received' | 'due' | 'closed'): Column<RecordRow> => ({
    id,
    title: LIST_WORDS[language].columns[id],
    width: id === 'closed' ? '120px' : '88px',
    sort: id === 'due' ? 'ascending' : 'descending',
    cell: (row) => dayText(row[id]),
  });
}
