import type { Measure } from '../../shared/measure/measure.ts';
import type { Cell, Row } from '../../shared/query/answer.ts';
import { formatDelta, type Language, NO_VALUE } from '../../shared/unit/format.ts';
import { formatPeriod } from '../../shared/unit/format-time.ts';
import { dimensionName } from '../../shared/words/dimension.ts';
import { figureLine } from '../../shared/words/figure.ts';
import { nameOf } from '../../shared/words/names.ts';
import { reasonText } from '../../shared/words/reason.ts';
import { differenceOf } from './difference.ts';
import type { ExportItem } from './export-job.ts';
import { bordersOf, type Naming } from './naming.ts';
import { EXPORT_WORDS } from './words.ts';

/** `sign` comes after a number: `%`, ` điểm %`. */
export type TableColumn =
  | { readonly kind: 'text'; readonly title: string }
  | {
      readonly kind: 'number';
      readonly title: string;
      readonly decimals: number;
      readonly sign: string;
      readonly isDelta: boolean;
    };

/** `text` is how a reader sees the cell; `value` is there where it is a number, unrounded. */
export interface TableCell {
  readonly text: string;
  readonly value?: number;
}

export interface ExportTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

interface Maker {
  readonly column: TableColumn;
  readonly cell: (row: Row) => TableCell;
}

/** Every figure of an answer as a table: names and periods first, then each measure with what it is compared with. */
export function tableOf(item: ExportItem, naming: Naming, language: Language): ExportTable {
  const { chart, answer } = item;
  const ids = chart.measures ?? chart.query.measures;
  const makers = [
    ...nameColumns(item, naming, language),
    ...ids.flatMap((id) => figureColumns(id, item, naming, language)),
    ...reasonColumn(ids, item, language),
  ];
  return {
    columns: makers.map(({ column }) => column),
    rows: answer.rows.map((row) => makers.map(({ cell }) => cell(row))),
  };
}

function nameColumns(item: ExportItem, naming: Naming, language: Language): Maker[] {
  const { chart, answer } = item;
  const borders = bordersOf(naming, item);
  const dimensions: (keyof Row & string)[] = [...(chart.query.by ?? [])];
  if (answer.rows.some(({ programme }) => programme !== undefined)) dimensions.push('programme');
  const named = dimensions.map((dimension): Maker => {
    const text = (row: Row) => {
      const code = row[dimension];
      return typeof code === 'string'
        ? nameOf(naming.names, dimension, code, language, borders)
        : '';
    };
    const column = { kind: 'text' as const, title: dimensionName(dimension, language) };
    return { column, cell: (row) => ({ text: text(row) }) };
  });
  const hasPeriod = answer.rows.some(({ period }) => period !== undefined);
  const period: Maker = {
    column: { kind: 'text', title: EXPORT_WORDS[language].period },
    cell: (row) => ({ text: row.period ? formatPeriod(row.period, language) : '' }),
  };
  return hasPeriod ? [...named, period] : named;
}

type Part = 'base' | 'delta' | 'target';

function figureColumns(id: string, item: ExportItem, naming: Naming, language: Language): Maker[] {
  const measure = naming.measures.get(id);
  const name = measure?.shortName[language] ?? id;
  const words = EXPORT_WORDS[language];
  const has = (part: Part) =>
    item.answer.rows.some((row) => typeof row.values[id]?.[part] === 'number');
  const number = (title: string, read: (cell: Cell) => number | null | undefined): Maker => ({
    column: { kind: 'number', title, ...numberLook(measure), isDelta: false },
    cell: (row) => {
      const cell = row.values[id];
      return numberCell(cell && read(cell), (value) =>
        figureLine(value, measure, language, title === name ? cell?.operator : undefined),
      );
    },
  });
  return [
    number(name, ({ value }) => value),
    ...(has('base') ? [number(`${name} · ${words.base}`, ({ base }) => base)] : []),
    ...(has('delta') ? [deltaColumn(id, `${name} · ${words.delta}`, item, measure, language)] : []),
    ...(item.before ? [sinceColumn(id, name, item, measure, language)] : []),
    ...(has('target') ? [number(`${name} · ${words.target}`, ({ target }) => target)] : []),
  ];
}

export function numberLook(measure: Measure | undefined) {
  const isPercent = measure?.unit.vi.startsWith('%') ?? false;
  return { decimals: measure?.decimals ?? 0, sign: isPercent ? '%' : '' };
}

function deltaColumn(
  id: string,
  title: string,
  { answer }: ExportItem,
  measure: Measure | undefined,
  language: Language,
): Maker {
  const kind =
    answer.rows.map((row) => row.values[id]?.deltaKind).find((each) => each) ?? 'absolute';
  const decimals = kind === 'absolute' ? (measure?.decimals ?? 0) : 2;
  const points = language === 'vi' ? '\u00a0điểm\u00a0%' : '\u00a0points';
  const sign = { points, percent: '%', absolute: '' }[kind];
  return {
    column: { kind: 'number', title, decimals, sign, isDelta: true },
    cell: (row) =>
      numberCell(row.values[id]?.delta, (value) => formatDelta(value, kind, language, decimals)),
  };
}

/** How a figure changed since the brief before. */
function sinceColumn(
  id: string,
  name: string,
  { before }: ExportItem,
  measure: Measure | undefined,
  language: Language,
): Maker {
  return {
    column: { kind: 'text', title: `${name} · ${EXPORT_WORDS[language].sinceBrief}` },
    cell: (row) => ({
      text: differenceOf(row.values[id], before?.[row.key]?.[id], measure, language) ?? NO_VALUE,
    }),
  };
}

function numberCell(value: number | null | undefined, text: (value: number) => string): TableCell {
  return typeof value === 'number' ? { value, text: text(value) } : { text: NO_VALUE };
}

/** Why figures are missing, where any is. */
function reasonColumn(ids: readonly string[], { answer }: ExportItem, language: Language): Maker[] {
  const reasonOf = (row: Row) => {
    const codes = ids.flatMap((id) => row.values[id]?.reason ?? []);
    return [...new Set(codes.map((code) => reasonText(code, language)))].join('; ');
  };
  if (!answer.rows.some(reasonOf)) return [];
  const column = { kind: 'text' as const, title: EXPORT_WORDS[language].reason };
  return [{ column, cell: (row) => ({ text: reasonOf(row) }) }];
}
