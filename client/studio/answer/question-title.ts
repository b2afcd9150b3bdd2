import type { Measure } from '../../../shared/measure/measure.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { periodText } from '../../../shared/words/figure.ts';
import { dimensionWord } from '../dimension-words.ts';
import { QUESTION_WORDS } from '../question/question-words.ts';

export interface TitleBasis {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly borders: Borders;
  readonly language: Language;
}

const MOST_NAMED = 3;

/** What is asked: `Tỷ lệ đúng hạn, Hồ sơ tiếp nhận theo đơn vị`. */
export function subjectOf(query: Query, { measures, language }: TitleBasis): string {
  const names = query.measures.map((id) => measures.get(id)?.shortName[language] ?? id);
  const named = names.slice(0, MOST_NAMED).join(', ');
  const more = names.length > MOST_NAMED ? ` +${names.length - MOST_NAMED}` : '';
  const by = (query.by ?? []).map((each) => dimensionWord(each, language));
  const join = language === 'vi' ? ' và ' : ' and ';
  const word = language === 'vi' ? 'theo' : 'by';
  return `${named}${more}${by.length > 0 ? ` ${word} ${by.join(join)}` : ''}`;
}

/** Of whom and when: `Tỉnh Bình Dương · năm 2023`; the period by its days once they are known. */
export function scopeOf(query: Query, answer: Answer | null, basis: TitleBasis): string {
  const { borders, language } = basis;
  const unit = borders.unit(query.unit)?.name ?? query.unit;
  return `${unit} · ${periodOfQuestion(query, answer, language)}`;
}

export function periodOfQuestion(query: Query, answer: Answer | null, language: Language): string {
  if (answer) return periodText(`${answer.period.from}/${answer.period.to}`, language);
  if ('relative' in query.period) return QUESTION_WORDS[language].relative[query.period.relative];
  return periodText(`${query.period.from}/${query.period.to}`, language);
}

/** A title for who gave none: subject, unit and the period as it was asked. */
export function titleOf(query: Query, basis: TitleBasis): string {
  return `${subjectOf(query, basis)} · ${scopeOf(query, null, basis)}`.slice(0, 200);
}
