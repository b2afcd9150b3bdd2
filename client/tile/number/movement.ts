import type { Tile } from '../../../shared/board/board.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { compareWords, deltaText, figureLine } from '../../../shared/words/figure.ts';
import type { Movement } from '../abnormality.ts';

/** A change this large is worth telling: a tenth of a count, two points of a share. */
const TELLING = { percent: 10, points: 2 } as const;

/** What a number moved by against another time; null below what is worth telling, and against targets or plans. */
export function movementOf(
  tile: Extract<Tile, { kind: 'number' }>,
  cell: Cell | undefined,
  measure: Measure | undefined,
  language: Language,
): Movement | null {
  const { compare } = tile.query;
  const { delta, deltaKind, value } = cell ?? {};
  if (compare !== 'previous-period' && compare !== 'same-period-last-year') return null;
  if (typeof delta !== 'number' || (deltaKind !== 'percent' && deltaKind !== 'points')) return null;
  const weight = Math.abs(delta) / TELLING[deltaKind];
  const text = deltaText(cell, measure?.decimals ?? 0, language);
  if (weight < 1 || !text || text.direction === 'same') return null;
  return {
    subject: tile.title[language],
    value: figureLine(value, measure, language),
    direction: text.direction,
    delta: text.text,
    against: tile.compareLabel?.[language] ?? compareWords(compare, language),
    weight,
  };
}
