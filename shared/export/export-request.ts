import { type Static, Type } from 'typebox';
import { Board } from '../board/board.ts';
import { Schedule } from '../calendar/schedule.ts';
import { Chart } from '../chart/chart.ts';
import { QueryPeriod } from '../query/query.ts';
import { RecordsQuery } from '../record/records.ts';
import { REPORT_LEVELS, ROWS_BY } from '../report/report-sheet.ts';

const closed = { additionalProperties: false };

/** What every request for a file may say; what it leaves out has the value named first. */
const manner = {
  language: Type.Optional(Type.Enum(['vi', 'en'])),
  /** `paper`: white. */
  theme: Type.Optional(Type.Enum(['paper', 'light', 'dark'])),
  /** Of a CSV. With a semicolon numbers have a decimal comma, as spreadsheets in Vietnamese expect. */
  separator: Type.Optional(Type.Enum(['comma', 'semicolon', 'tab'])),
  /** `Nội bộ`; stands on every page. */
  classMark: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  /** Path of this server that leads back to the state: `/studio/…`. */
  link: Type.Optional(Type.String({ pattern: '^/(?!/)', maxLength: 4000 })),
};
const Added = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 200 }),
    name: Type.String({ maxLength: 120 }),
    measure: Type.String({ minLength: 1, maxLength: 120 }),
    of: Type.Optional(Type.String({ maxLength: 200 })),
    manner: Type.Enum(['forecast', 'expected', 'anomaly']),
    points: Type.Array(
      Type.Object(
        {
          key: Type.String({ minLength: 1, maxLength: 80 }),
          value: Type.Union([Type.Number(), Type.Null()]),
          low: Type.Optional(Type.Number()),
          high: Type.Optional(Type.Number()),
        },
        closed,
      ),
      { maxItems: 1000 },
    ),
  },
  closed,
);

/** A chart as a file; `added` are series computed by whoever asks, drawn and never counted. */
export const ChartExport = Type.Object(
  { chart: Chart, added: Type.Optional(Type.Array(Added, { maxItems: 12 })), ...manner },
  closed,
);
export type ChartExport = Static<typeof ChartExport>;

/** A statutory report of a unit and a period as it is handed in: a row for each field, or for each unit below. */
export const ReportExport = Type.Object(
  {
    form: Type.Literal('II.06a'),
    unit: Type.String({ minLength: 1, maxLength: 80 }),
    level: Type.Enum([...REPORT_LEVELS]),
    by: Type.Enum([...ROWS_BY]),
    period: QueryPeriod,
    language: manner.language,
    separator: manner.separator,
  },
  closed,
);
export type ReportExport = Static<typeof ReportExport>;
export const ReportParameters = Type.Object({ format: Type.Enum(['xlsx', 'pdf', 'csv']) }, closed);
export type ReportParameters = Static<typeof ReportParameters>;

const Code = Type.String({ minLength: 1, maxLength: 80 });
/** RFC 3339 instant: figures as they were known then; now without it. */
const asOf = Type.Optional(Type.String({ maxLength: 40 }));

/** A board as a file, about its own unit or another one. */
export const BoardExport = Type.Object(
  { board: Board, unit: Type.Optional(Code), asOf, ...manner },
  closed,
);
export type BoardExport = Static<typeof BoardExport>;

/** A scene of the wall, by the id of its board; about another unit than its own where one is named. */
export const BriefScene = Type.Object(
  { board: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 80 }), unit: Type.Optional(Code) },
  closed,
);
export type BriefScene = Static<typeof BriefScene>;

const ExportFormat = Type.Enum(['png', 'svg', 'csv', 'xlsx', 'pdf', 'pptx']);

/**
 * A brief as a file: chosen scenes, then chosen charts, at least one of them. All figures are frozen at one instant and
 * kept as the next version of the document of kind `brief` with this id; each says how it changed since the version before.
 */
export const BriefExport = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    scenes: Type.Optional(Type.Array(BriefScene, { maxItems: 20 })),
    charts: Type.Optional(Type.Array(Chart, { maxItems: 24 })),
    asOf,
    /** Of the editions that come by themselves; PDF and PPTX without it. */
    formats: Type.Optional(Type.Array(ExportFormat, { minItems: 1, maxItems: 6 })),
    /** New editions at these moments, of then, into the folder `briefs` of the server's data. */
    schedule: Type.Optional(Schedule),
    /** Who is mailed each scheduled edition; without it those of the server's settings. */
    emails: Type.Optional(
      Type.Array(Type.String({ pattern: '^[^\\s@,]+@[^\\s@,]+$', maxLength: 254 }), {
        maxItems: 50,
      }),
    ),
    ...manner,
  },
  closed,
);
export type BriefExport = Static<typeof BriefExport>;

/** A list of dossiers as a file, however long; the page asked for plays no part. */
export const ListExport = Type.Object(
  {
    list: Type.Omit(RecordsQuery, ['offset', 'limit']),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    ...manner,
  },
  closed,
);
export type ListExport = Static<typeof ListExport>;

export const ListParameters = Type.Object({ format: Type.Enum(['csv', 'xlsx', 'pdf']) }, closed);
export type ListParameters = Static<typeof ListParameters>;

export type ExportManner = Pick<
  ChartExport,
  'language' | 'theme' | 'separator' | 'classMark' | 'link'
>;

/** Beside the body: which file, and pixels of a PNG. */
export const ExportParameters = Type.Object(
  {
    format: ExportFormat,
    scale: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
  },
  closed,
);
export type ExportParameters = Static<typeof ExportParameters>;
