import { textWidth } from '../../../shared/board/text-width.ts';
import { TEXT } from '../../../shared/board/type-scale.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import { cellOfPublished, textOfPublished } from '../../../shared/published/figure-text.ts';
import type { PublishedFigure } from '../../../shared/published/published.ts';
import type { Freshness } from '../../../shared/query/answer.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { isoDay, localDayOf } from '../../../shared/unit/local-day.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { formatAsOf } from '../freshness.ts';
import { vintageWord } from '../indicators/vintage.ts';
import { printedText } from '../number/printed.ts';

export interface FactRow {
  readonly name: string;
  /** `> 98%`; the printed words where no measure corresponds; `—` where our own events give nothing. */
  readonly value: string;
  readonly isKnown: boolean;
  /** `mục tiêu · cấp xã · năm 2024`, `đến 31/12/2023 · ước tính · báo 08/02/2024`, the printed figure where ours differs. */
  readonly told: string;
}

/** Where a row stands: what the tile's scope line says need not be said again. */
export interface FactPlace {
  readonly tileScope: string;
  /** Design pixels. */
  readonly width: number;
}

const WORDS = {
  vi: { target: 'mục tiêu', to: 'đến', year: 'năm' },
  en: { target: 'target', to: 'to', year: 'in' },
} as const;

/** One printed figure with what our own events give for it; no answer where no measure corresponds. */
export function factRow(
  figure: PublishedFigure,
  answer: LiveAnswer | undefined,
  measure: Measure | undefined,
  language: Language,
  place: FactPlace,
): FactRow {
  const name = (figure.shortStatement ?? figure.statement)[language];
  const source = figure.source?.[language];
  const scope = scopeIn(figure.scope[language], place);
  const kind = figure.kind === 'target' ? WORDS[language].target : undefined;
  const tell = (...parts: (string | undefined)[]) => fitParts(parts, place.width);
  if (!answer) {
    const told = tell(kind, scope, dayOf(figure.asOf, language), source);
    return { name, value: figure.printed, isKnown: true, told };
  }
  const cell = cellOfPublished(figure, answer.rows);
  const value = textOfPublished(figure, answer.rows, measure, language);
  if (value === undefined) {
    const reason = answer.frame ? reasonText(cell?.reason, language) : undefined;
    return { name, value: '—', isKnown: false, told: tell(reason, scope, source) };
  }
  if (figure.of === 'target') {
    const year = `${WORDS[language].year} ${figure.period}`;
    return { name, value, isKnown: true, told: tell(kind, scope, year, source) };
  }
  const printed = printedText(figure, answer.rows, measure, answer.frame?.freshness, language);
  const day = dayOf(cell?.asOf ?? reachedDay(figure.asOf, answer.frame?.freshness), language);
  const vintage = vintageWord(cell?.quality, language);
  return { name, value, isKnown: true, told: tell(printed, scope, day, vintage, source) };
}

/** The printed day, or the one that our own events have come to on their way there. */
function reachedDay(printed: string, freshness: Freshness | undefined): string {
  if (!freshness || freshness.closed || freshness.dataTo === null) return printed;
  const known = isoDay(localDayOf(freshness.dataTo));
  return known < printed ? known : printed;
}

const dayOf = (asOf: string, language: Language) => `${WORDS[language].to} ${formatAsOf(asOf)}`;

function scopeIn(scope: string, { tileScope }: FactPlace): string | undefined {
  return tileScope.toLowerCase().includes(scope.toLowerCase()) ? undefined : scope;
}

/** As many as the line holds, the first ones being the most needed. */
function fitParts(parts: readonly (string | undefined)[], width: number): string {
  return parts.reduce<string>((line, part) => {
    if (!part) return line;
    const longer = line ? `${line} · ${part}` : part;
    return line && textWidth(longer, TEXT.fine.size) > width ? line : longer;
  }, '');
}
