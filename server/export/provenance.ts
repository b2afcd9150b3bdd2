import type { Measure } from '../../shared/measure/measure.ts';
import type { Language } from '../../shared/unit/format.ts';
import { formatDate, formatDateTime, formatTime } from '../../shared/unit/format-time.ts';
import { periodText } from '../../shared/words/figure.ts';
import type { ExportItem, ExportJob, Stamp } from './export-job.ts';
import { type Naming, scopeText, sourceNames } from './naming.ts';
import { EXPORT_WORDS } from './words.ts';

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** `16:42:05 31/12/2023 (+07:00)` */
export function instantText(atMs: number): string {
  return `${formatTime(atMs, true)} ${formatDate(atMs)} (+07:00)`;
}

/** `Tỉnh Bình Dương · năm 2023 · so với năm 2022` */
export function scopeLine(item: ExportItem, naming: Naming, language: Language): string {
  return [item.scope ?? scopeText(naming, item, language), periodLine(item, language)].join(' · ');
}

function periodLine({ answer, chart }: ExportItem, language: Language): string {
  const { period, comparedPeriod } = answer;
  const own = periodText(`${period.from}/${period.to}`, language);
  if (!comparedPeriod || !chart.query.compare) return own;
  const compared = periodText(`${comparedPeriod.from}/${comparedPeriod.to}`, language);
  return `${own} (${language === 'vi' ? 'so với' : 'against'} ${compared})`;
}

export function measuresOf(item: ExportItem, naming: Naming): Measure[] {
  const ids = item.chart.measures ?? item.chart.query.measures;
  return ids.flatMap((id) => naming.measures.get(id) ?? []);
}

/** `Tỷ lệ đúng hạn — F1: (trước hạn + đúng hạn) / đã giải quyết trong kỳ` */
export function formulaText(measure: Measure, language: Language): string {
  const { formula, shortName } = measure;
  return `${shortName[language]} — ${formula.id}: ${formula.text[language]}`;
}

export function sourceText(measure: Measure, naming: Naming, language: Language): string {
  const names = sourceNames(naming, measure, language);
  return names.length > 0 ? names.join('; ') : EXPORT_WORDS[language].noSource;
}

/** Newest event behind the figures, and the state of the log they were read from. */
export function asOfText({ answer }: ExportItem, language: Language): string {
  const words = EXPORT_WORDS[language];
  const { dataTo, closed } = answer.freshness;
  const data = dataTo === null ? words.noSource : `${formatDateTime(dataTo)} (+07:00)`;
  const asked = instantText(Date.parse(answer.asOf));
  return `${words.dataTo} ${data}${closed ? `, ${words.closed}` : ''} · ${words.asOf} ${asked}`;
}

export function stampText({ by, atMs }: Stamp, language: Language): string {
  const words = EXPORT_WORDS[language];
  return `${words.by}: ${by} · ${words.at} ${instantText(atMs)}`;
}

/** What an item is, in order; what there is not is left out. */
export function factsOfItem(item: ExportItem, naming: Naming, language: Language): Fact[] {
  const words = EXPORT_WORDS[language];
  const { chart, answer } = item;
  const measures = measuresOf(item, naming);
  const sources = [...new Set(measures.map((each) => sourceText(each, naming, language)))];
  const notes = (chart.notes ?? []).map(({ at, text }) => `${at}: ${text}`).join('; ');
  const facts = [
    [words.title, chart.title],
    [words.scope, item.scope ?? scopeText(naming, item, language)],
    [words.period, periodLine(item, language)],
    ...measures.map((each) => [words.formula, formulaText(each, language)] as const),
    [words.source, sources.join('; ')],
    [words.asOf, `${asOfText(item, language)} · ${words.seq} ${answer.seq}`],
    [words.notes, notes],
  ] as const;
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

/** Who exported what, when, for whom. */
export function factsOfStamp({ stamp, language, title }: ExportJob): Fact[] {
  const words = EXPORT_WORDS[language];
  const facts = [
    [words.title, title],
    [words.by, stamp.by],
    [words.at, instantText(stamp.atMs)],
    [words.classMark, stamp.classMark],
    [words.hash, stamp.hash],
    [words.link, stamp.link],
  ] as const;
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
