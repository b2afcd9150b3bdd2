import type { Measure } from '../../../shared/measure/measure.ts';
import { cellOfPublished, textOfPublished } from '../../../shared/published/figure-text.ts';
import type { PublishedFigure } from '../../../shared/published/published.ts';
import type { Language } from '../../../shared/unit/format.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { formatAsOf } from '../freshness.ts';
import { vintageWord } from '../indicators/vintage.ts';
import { printedText } from '../number/printed.ts';
import { reasonText } from '../reason.ts';

interface FactRow {
  readonly name: string;
  /** `> 98%`; the printed words where no measure corresponds; `—` where our own events give nothing. */
  readonly value: string;
  readonly isKnown: boolean;
  /** `mục tiêu · đến 31/12/2023 · ước tính · báo 08/02/2024`; where ours is another figure, the printed one. */
  readonly told: string;
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
): FactRow {
  const name = (figure.shortStatement ?? figure.statement)[language];
  const source = figure.source?.[language];
  if (!answer) {
    const told = join(targetWord(figure, language), dayOf(figure.asOf, language), source);
    return { name, value: figure.printed, isKnown: true, told };
  }
  const cell = cellOfPublished(figure, answer.rows);
  const value = textOfPublished(figure, answer.rows, measure, language);
  if (value === undefined) {
    const reason = answer.frame ? reasonText(cell?.reason, language) : undefined;
    return { name, value: '—', isKnown: false, told: join(reason, source) };
  }
  if (figure.of === 'target') {
    const year = `${WORDS[language].year} ${figure.period}`;
    return { name, value, isKnown: true, told: join(targetWord(figure, language), year, source) };
  }
  const printed = printedText(figure, answer.rows, measure, answer.frame?.freshness, language);
  const day = dayOf(cell?.asOf ?? figure.asOf, language);
  const vintage = vintageWord(cell?.quality, language);
  const told = printed ? join(printed, day) : join(day, vintage, source);
  return { name, value, isKnown: true, told };
}

const targetWord = ({ kind }: PublishedFigure, language: Language) =>
  kind === 'target' ? WORDS[language].target : undefined;
const dayOf = (asOf: string, language: Language) => `${WORDS[language].to} ${formatAsOf(asOf)}`;
const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ');
