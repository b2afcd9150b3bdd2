import type { Measure } from '../../../shared/measure/measure.ts';
import type { Cell, Row } from '../../../shared/query/answer.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import { formatInteger, formatNumber, type Language } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { compareWords, deltaText, figureLine, periodText } from '../../../shared/words/figure.ts';
import { nameOf } from '../../../shared/words/names.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import type { FigureAsk } from '../figure-ask.ts';
import { formatAsOf } from '../freshness.ts';
import { vintageWord } from '../indicators/vintage.ts';
import type { TileSurroundings } from '../tile-context.ts';

import { CARD_WORDS } from './card-words.ts';

export interface Fact {
  readonly label: string;
  readonly text: string;
}

export interface CardBasis {
  readonly figure: FigureAsk;
  readonly measure: Measure | undefined;
  readonly answer: Pick<LiveAnswer, 'frame'>;
  readonly row: Row | undefined;
  /** How often reports that came later changed the period's figures; nothing where this is not counted. */
  readonly restated: Cell | undefined;
  readonly borders: Borders;
  readonly surroundings: Pick<TileSurroundings, 'language' | 'names' | 'published' | 'pack'>;
}

/** What there is to say of a figure, in order; what there is not is left out. */
export function factsOf(basis: CardBasis): Fact[] {
  const { figure, measure, row, surroundings } = basis;
  const { language } = surroundings;
  const words = CARD_WORDS[language];
  const cell = row?.values[figure.measure];
  const { formula, legalBasis, name } = measure ?? {};
  const facts: (readonly [label: string, text: string | undefined])[] = [
    [words.measure, name?.[language] ?? (figure.measure || undefined)],
    [words.formula, formula && `${formula.id}: ${formula.text[language]}`],
    [words.parts, partsText(cell, language)],
    [words.scope, scopeText(basis)],
    [words.period, periodOf(basis, cell)],
    [words.compared, comparedText(basis, cell)],
    [words.target, targetText(cell, measure, language)],
    [words.asOf, asOfText(basis, cell)],
    [words.vintage, vintageOf(cell, language)],
    [words.restated, restatedText(basis, cell)],
    [words.printed, printedOf(basis)],
    [words.legalBasis, legalBasis?.[language]],
  ];
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

function partsText({ num, den }: Cell = { value: null }, language: Language): string | undefined {
  if (num === undefined || den === undefined) return undefined;
  const decimals = Number.isInteger(num) && Number.isInteger(den) ? 0 : 2;
  return [num, den].map((part) => formatNumber(part, decimals, language)).join(' / ');
}

/** `Tỉnh Bình Dương · Thủ Dầu Một · Trực tuyến toàn trình` */
function scopeText({ figure, row, borders, surroundings }: CardBasis): string | undefined {
  const { language, names, pack, published } = surroundings;
  const { query } = figure;
  if (!query) return published.get(figure.published ?? '')?.scope[language];
  const named = (dimension: string, code: string) =>
    nameOf(names, dimension, code, language, borders);
  const root =
    query.unit === pack.root ? pack.name[language] : (borders.unit(query.unit)?.name ?? query.unit);
  const labels = (query.by ?? []).flatMap((dimension) => {
    const code = row?.[dimension];
    return typeof code === 'string' ? [named(dimension, code)] : [];
  });
  const programme = row?.programme === undefined ? [] : [named('programme', row.programme)];
  const filters = Object.entries(query.filter ?? {}).map(([dimension, codes]) =>
    (codes ?? []).map((code) => named(dimension, code)).join(', '),
  );
  return [root, ...programme, ...labels, ...filters].join(' · ');
}

function periodOf(
  { answer, row, surroundings }: CardBasis,
  cell: Cell | undefined,
): string | undefined {
  const { language } = surroundings;
  const { frame } = answer;
  if (!frame) return undefined;
  const asked = `${frame.period.from}/${frame.period.to}`;
  return periodText(cell?.period ?? row?.period ?? asked, language);
}

function comparedText(
  { figure, measure, answer, surroundings }: CardBasis,
  cell: Cell | undefined,
): string | undefined {
  const { language } = surroundings;
  const delta = deltaText(cell, measure?.decimals ?? 0, language);
  const compare = figure.query?.compare;
  if (!delta || typeof cell?.base !== 'number') return undefined;
  const span = answer.frame?.comparedPeriod;
  const when = span ? ` (${periodText(`${span.from}/${span.to}`, language)})` : '';
  const base = figureLine(cell.base, measure, language);
  return `${delta.text} ${compareWords(compare, language)}: ${base}${when}`;
}

function targetText(
  cell: Cell | undefined,
  measure: Measure | undefined,
  language: Language,
): string | undefined {
  return typeof cell?.target === 'number' ? figureLine(cell.target, measure, language) : undefined;
}

function asOfText({ answer, surroundings }: CardBasis, cell: Cell | undefined): string | undefined {
  const { language } = surroundings;
  const { freshness } = answer.frame ?? {};
  const closed = freshness?.closed ? ` · ${CARD_WORDS[language].final}` : '';
  if (cell?.asOf) return `${formatAsOf(cell.asOf)}${closed}`;
  if (typeof freshness?.dataTo !== 'number') return undefined;
  return `${formatDateTime(freshness.dataTo)}${closed}`;
}

/** `ước tính · đã điều chỉnh 2 lần`; only observations have vintages. */
function vintageOf(cell: Cell | undefined, language: Language): string | undefined {
  const words = CARD_WORDS[language];
  if (cell?.quality === undefined) return undefined;
  const revised = cell.revised
    ? words.revised(formatInteger(cell.revised, language))
    : words.notRevised;
  return `${vintageWord(cell.quality, language) ?? cell.quality} · ${revised}`;
}

/** Sources whose reports replace nothing that was told: each camera report and each exchange is of its own moment. */
const NEVER_RESTATED: ReadonlySet<string> = new Set(['camera', 'link', 'alarm']);
/** Sources whose figures tell it themselves. */
const TELL_THEMSELVES: ReadonlySet<string> = new Set(['coverage', 'assessment', 'stage-plan']);

/** `2 báo cáo đến sau đã sửa số liệu của kỳ`; an observation says it with its vintage. */
function restatedText(
  { measure, restated, surroundings }: CardBasis,
  cell: Cell | undefined,
): string | undefined {
  const words = CARD_WORDS[surroundings.language];
  if (measure === undefined || cell?.quality !== undefined) return undefined;
  if (NEVER_RESTATED.has(measure.source)) return words.neverRestated;
  if (TELL_THEMSELVES.has(measure.source)) return words.restatedTimes(cell?.revised ?? 0);
  return typeof restated?.value === 'number' ? words.restatedTimes(restated.value) : undefined;
}

function printedOf({ figure, surroundings }: CardBasis): string | undefined {
  const { language, published } = surroundings;
  const printed = figure.published ? published.get(figure.published) : undefined;
  if (!printed) return undefined;
  const { article, asOf, note } = printed;
  return [printed.printed, article[language], formatAsOf(asOf), note?.[language]]
    .filter(Boolean)
    .join(' · ');
}
