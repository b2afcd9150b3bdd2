import type { Tile } from '../../../shared/board/board.ts';
import { textWidth } from '../../../shared/board/text-width.ts';
import { headHeight } from '../../../shared/board/tile-needs.ts';
import { columnSpan, ROW_HEIGHT, rowSpan, TEXT } from '../../../shared/board/type-scale.ts';

export interface StateText {
  readonly name: string;
  readonly value: string;
}
/** `named`: a row for each thing. `dense`: a mark for each, and rows for the abnormal ones alone. */
export interface StatesLayout {
  readonly kind: 'named' | 'dense';
  readonly columns: number;
  /** Named rows that have room. */
  readonly room: number;
}

const MARK = 26;
const GAP = 32;
/** A mark of the dense field with its gap, and the field's own margin. */
const DENSE_MARK = 26;
const DENSE_MARGIN = 20;

/** How the states are set in their tile, in design pixels. */
export function layOutStates(states: readonly StateText[], tile: Tile): StatesLayout {
  const width = columnSpan(tile.area.w);
  const free = rowSpan(tile.area.h) - headHeight(tile) - 8;
  const column =
    MARK +
    Math.max(0, ...states.map(({ name }) => textWidth(name, TEXT.label.size))) +
    Math.max(0, ...states.map(({ value }) => textWidth(value, TEXT.row.size))) +
    12;
  const columns = Math.max(1, Math.floor((width + GAP) / (column + GAP)));
  const rows = Math.floor(free / ROW_HEIGHT);
  if (columns * rows >= states.length) return { kind: 'named', columns, room: columns * rows };
  const fieldRows = Math.ceil((states.length * DENSE_MARK) / width);
  const left = free - fieldRows * DENSE_MARK - DENSE_MARGIN;
  return { kind: 'dense', columns, room: columns * Math.max(0, Math.floor(left / ROW_HEIGHT)) };
}
