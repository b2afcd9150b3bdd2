import type { Rule, RuleCondition } from '../../../shared/alarm/rule.ts';
import { formatInteger, formatNumber, type Language } from '../../../shared/unit/format.ts';
import { responseText, valueText } from '../alarms/alarm-text.ts';
import type { DeskSurroundings } from '../desk-context.ts';
import { RULES_WORDS } from './rules-words.ts';

type Desk = Pick<DeskSurroundings, 'language' | 'names' | 'measures' | 'pack' | 'borders'>;

/** When a rule speaks: `Tỷ lệ đúng hạn dưới 96,00%`, `nguồn im lặng quá 4 chu kỳ` … */
export function conditionText({ condition }: Pick<Rule, 'condition'>, desk: Desk): string {
  const { language, measures } = desk;
  const words = RULES_WORDS[language];
  if (condition.kind === 'stale-source')
    return words.silent(formatNumber(condition.cadences, condition.cadences % 1 ? 1 : 0, language));
  if (condition.kind === 'outage')
    return words.outage(formatInteger(condition.minCameras, language));
  const { measure } = condition.query;
  const name = measures.get(measure)?.shortName[language] ?? measure;
  if (condition.kind === 'missing') return `${name} ${words.missing}`;
  const { kind, limit, is } = condition;
  const isPercent = 'as' in condition && condition.as === 'percent';
  const shape = { kind, measure, isPercent };
  const told = limit === 'target' ? words.target : valueText(shape, limit, desk);
  return [name, words[is], told, ...overText(condition, language)].join(' ');
}

function overText(condition: RuleCondition, language: Language): readonly string[] {
  const words = RULES_WORDS[language];
  if (condition.kind === 'change') return [words.over(formatInteger(condition.overDays, language))];
  if (condition.kind !== 'rate') return [];
  return [words.overMinutesText(formatInteger(condition.overMinutes, language))];
}

/** `30 phút`; '' where it speaks at once. */
export function waitText(seconds: number, { language }: Pick<Desk, 'language'>): string {
  if (seconds === 0) return '';
  if (seconds % 60 === 0) return responseText(seconds / 60, language);
  return `${formatInteger(seconds, language)} s`;
}
