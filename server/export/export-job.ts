import type { Chart } from '../../shared/chart/chart.ts';
import type { AddedSeries } from '../../shared/chart/chart-picture.ts';
import type { PublishedFigure } from '../../shared/published/published.ts';
import type { Answer, Cell } from '../../shared/query/answer.ts';
import type { Language } from '../../shared/unit/format.ts';
import type { ProvincePack } from '../source/province-pack.ts';

export const EXPORT_FORMATS = ['png', 'svg', 'csv', 'xlsx', 'pdf', 'pptx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const;
export type SeparatorName = keyof typeof SEPARATORS;

/** One answered question and how it is shown. */
export interface ExportItem {
  readonly chart: Chart;
  readonly answer: Answer;
  readonly added?: readonly AddedSeries[] | undefined;
  /** Scope line as a tile words it; without it the scope is told from the question. */
  readonly scope?: string | undefined;
  /** Cells of the wall's grid, where the item is a tile of a board, and that tile's title. */
  readonly area?: Area | undefined;
  readonly tile?: string | undefined;
  /** What it is called beside the others of its tile. */
  readonly label?: string | undefined;
  /** Place of its scene among `scenes`. */
  readonly scene?: number | undefined;
  /** The printed figure that it is our own value of. */
  readonly figure?: PublishedFigure | undefined;
  /** By key of a row, then by measure: the figures in the brief before this one. */
  readonly before?: Readonly<Record<string, Readonly<Record<string, Cell>>>> | undefined;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A board of a file: what is said of it beside its items. */
export interface ExportScene {
  readonly title: string;
  /** Whose figures it has: `Thành phố Thủ Dầu Một`. */
  readonly scope: string;
  /** Path of the wall that shows the same. */
  readonly link?: string | undefined;
  /** Titles of tiles that are not in the file. */
  readonly notShown: readonly string[];
  readonly fixed: readonly FixedFigure[];
}

/** What a tile tells without asking. */
export interface FixedFigure {
  readonly area: Area;
  readonly tile: string;
  readonly label: string;
  readonly text: string;
}

/** Who asks, when and for whose eyes; of an export only this may differ while the state is the same. */
export interface Stamp {
  readonly by: string;
  /** The server's clock, ms. */
  readonly atMs: number;
  /** `Nội bộ` */
  readonly classMark: string;
  /** Path that leads back to the state, or a whole URL. */
  readonly link?: string | undefined;
  /** SHA-256 of the content, hex. */
  readonly hash: string;
}

/** Everything that decides the bytes of an export. Plain values: they cross to another thread. */
export interface ExportJob {
  readonly format: ExportFormat;
  readonly title: string;
  readonly kind: 'chart' | 'board' | 'brief';
  readonly items: readonly ExportItem[];
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'paper';
  /** Device pixels of a picture's pixel. */
  readonly scale: number;
  readonly separator: SeparatorName;
  readonly scenes?: readonly ExportScene[] | undefined;
  /** When the brief before this one was frozen, ms. */
  readonly beforeMs?: number | undefined;
  readonly stamp: Stamp;
}

/** What of a pack names and draws things. */
export type ExportPack = Pick<
  ProvincePack,
  'pack' | 'indicators' | 'boundaries' | 'layers' | 'sources'
>;

export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
