import type { Tile } from '../../../shared/board/board.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { formatNumber, type Language } from '../../../shared/unit/format.ts';
import { compareWords, deltaText, figureLine } from '../../../shared/words/figure.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { Shape } from '../../ui/shape.tsx';
import { SOLE_ROW } from '../figure-ask.ts';
import { FigureButton } from '../figure-button.tsx';
import { useTileSurroundings } from '../tile-context.ts';

type NumberTileSpec = Extract<Tile, { kind: 'number' }>;
interface PartProps {
  readonly tile: NumberTileSpec;
  readonly cell: Cell | undefined;
}

/** `▲ 45,23% so với 2022` */
export function Delta({ tile, cell }: PartProps) {
  const { language, measures } = useTileSurroundings();
  const delta = deltaText(cell, measures.get(tile.measure)?.decimals ?? 0, language);
  if (!delta || tile.query.compare === 'target') return null;
  const words = tile.compareLabel?.[language] ?? compareWords(tile.query.compare, language);
  return (
    <>
      <span className="delta">
        {delta.direction !== 'same' && <Shape name={delta.direction} />}
        <b>{delta.text}</b>
      </span>
      <span className="delta-words"> {words}</span>
    </>
  );
}

/** `mục tiêu 98%` */
export function Target({ tile, cell }: PartProps) {
  const { language, measures } = useTileSurroundings();
  if (typeof cell?.target !== 'number') return null;
  const measure = measures.get(tile.measure);
  const decimals = Number.isInteger(cell.target) ? 0 : (measure?.decimals ?? 0);
  const percent = measure?.unit[language].startsWith('%') ? '%' : '';
  const word = language === 'vi' ? 'mục tiêu' : 'target';
  return (
    <span>
      {word} {formatNumber(cell.target, decimals, language)}
      {percent}
    </span>
  );
}

/** `/289`: what the figure is a part of; '' while nothing is known of it. */
export function baseText(
  { of }: Pick<NumberTileSpec, 'of'>,
  { rows }: Pick<LiveAnswer, 'rows'>,
  language: Language,
): string {
  const base = of && rows[0]?.values[of.measure]?.[of.part];
  return typeof base === 'number' ? `/${formatNumber(base, 0, language)}` : '';
}

interface NotedFigure {
  readonly measure: string;
  readonly value: number | null | undefined;
  readonly label: { readonly vi: string; readonly en: string };
}

/** Notes whose measure the answer holds; numerators and denominators are plain counts. */
export function notesOf(tile: NumberTileSpec, { rows }: LiveAnswer): NotedFigure[] {
  return (tile.notes ?? []).flatMap(({ measure, part = 'value', label }) => {
    const cell = rows[0]?.values[measure];
    if (!cell) return [];
    return [{ measure: part === 'value' ? measure : '', value: cell[part], label }];
  });
}

interface NoteProps {
  readonly tile: NumberTileSpec;
  readonly measure: string;
  readonly value: number | null | undefined;
  readonly label: string;
}

/** `4.166 đang giải quyết`; a part of the tile's figure leads to the card of the whole. */
export function Note({ tile, measure, value, label }: NoteProps) {
  const { language, measures } = useTileSurroundings();
  const { query, title } = tile;
  const name = measure ? `${title[language]}, ${label}` : title[language];
  const figure = { measure: measure || tile.measure, query, row: SOLE_ROW, title: name };
  return (
    <FigureButton figure={figure}>
      {figureLine(value, measures.get(measure), language)} {label}
    </FigureButton>
  );
}
