import { type Static, Type } from 'typebox';
import { APOLOGIES, STANDINGS } from './dossier-standing.ts';

const Text80 = Type.String({ minLength: 1, maxLength: 80 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Codes = Type.Array(Text80, { minItems: 1, maxItems: 200 });

/**
 * Which dossiers, by how they stand today. Each counts what the measure of that name counts: `open` dossier.open,
 * `open-in-term` dossier.openInTerm, `open-late` dossier.openLate, `paused`, `due-soon`, `due-in-8h` likewise;
 * `running`: in term and not paused. `resolved` … `closed-other` the flows of the closing days asked. `due-in` goes by the hour instead of the day and
 * needs `dueInHours`. `all`: everything that counts as received. `uncounted`: registered or refused (status 1, 3).
 */
export const RECORD_STATES = [
  'all',
  'open',
  'open-in-term',
  'running',
  'open-late',
  'paused',
  'due-soon',
  'due-in-8h',
  'due-in',
  'resolved',
  'closed-early',
  'closed-in-time',
  'closed-late',
  'closed-other',
  'uncounted',
] as const;
export type RecordState = (typeof RECORD_STATES)[number];

export const RecordFilter = Type.Object(
  {
    field: Type.Optional(Codes),
    level: Type.Optional(Codes),
    channel: Type.Optional(Codes),
    status: Type.Optional(Codes),
    agency: Type.Optional(Codes),
    procedure: Type.Optional(Codes),
    /** True: what no unit below the asked one stands for. */
    onlyUnit: Type.Optional(Type.Boolean()),
    state: Type.Optional(Type.Enum([...RECORD_STATES])),
    /** Working hours from now, with `due-in`: due by then, and not late yet. A due date without a time is due at closing. */
    dueInHours: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 2000 })),
    /** Days, both included. */
    receivedFrom: Type.Optional(Day),
    receivedTo: Type.Optional(Day),
    closedFrom: Type.Optional(Day),
    closedTo: Type.Optional(Day),
    dueFrom: Type.Optional(Day),
    dueTo: Type.Optional(Day),
    /** True: no letter was ever sent. False: one was. */
    withoutApology: Type.Optional(Type.Boolean()),
    /** True: a letter was sent before the due day. False: none was, or later. */
    apologisedBeforeDue: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type RecordFilter = Static<typeof RecordFilter>;

/** `late`: days past the due day, until closed or today. `unit`, `field`, `procedure`: by name in Vietnamese order. */
export const RECORD_COLUMNS = [
  'received',
  'due',
  'closed',
  'late',
  'unit',
  'field',
  'procedure',
  'level',
  'channel',
  'status',
] as const;
export type RecordColumn = (typeof RECORD_COLUMNS)[number];

export const MAX_RECORDS = 500;

/** A page of single dossiers. Rows without a value in the sorted column come last, equal ones in the order they first came. */
export const RecordsQuery = Type.Object(
  {
    kind: Type.Literal('dossier'),
    /** Root unit: it and everything below it. */
    unit: Text80,
    filter: Type.Optional(RecordFilter),
    sort: Type.Optional(
      Type.Object(
        { by: Type.Enum([...RECORD_COLUMNS]), descending: Type.Optional(Type.Boolean()) },
        { additionalProperties: false },
      ),
    ),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_RECORDS })),
  },
  { additionalProperties: false },
);
export type RecordsQuery = Static<typeof RecordsQuery>;

const DayOrNone = Type.Union([Type.String(), Type.Null()]);

/** The newest state of one dossier. Days like `2023-12-31`. */
export const RecordRow = Type.Object(
  {
    agency: Type.String(),
    code: Type.String(),
    unit: Type.String(),
    field: Type.String(),
    procedure: Type.String(),
    level: Type.String(),
    channel: Type.String(),
    status: Type.String(),
    received: Type.String(),
    /** Effective: extended, or moved by pauses; never by an apology. */
    due: DayOrNone,
    /** `16:30`; null where the source tells no time of day. */
    dueTime: Type.Union([Type.String(), Type.Null()]),
    closed: DayOrNone,
    state: Type.Enum([...STANDINGS]),
    /** Calendar days past the due day, until closed or today; 0 and less: not late. Null without a due day, and while paused. */
    lateDays: Type.Union([Type.Integer(), Type.Null()]),
    /** Until due, 0 once that has gone by; null for what is not open, is paused or has no due day. */
    workingHoursLeft: Type.Union([Type.Number(), Type.Null()]),
    apology: Type.Enum([...APOLOGIES]),
  },
  { additionalProperties: false },
);
export type RecordRow = Static<typeof RecordRow>;

export const RecordsAnswer = Type.Object(
  {
    /** Dossiers that match, on all pages. */
    total: Type.Integer(),
    /** Log position of the state. */
    seq: Type.Integer(),
    /** The server's clock (RFC 3339): "today" of the states. */
    asOf: Type.String(),
    rows: Type.Array(RecordRow),
  },
  { additionalProperties: false },
);
export type RecordsAnswer = Static<typeof RecordsAnswer>;
