import { type Static, Type } from 'typebox';

/** Fewest past dossiers a share is told of; below that it is refused. */
export const MIN_CASES = 30;
/** Days of due dates looked back at. */
export const COHORT_DAYS = 90;
export const DEFAULT_HOURS = [4, 8, 24] as const;

const Bilingual = Type.Object(
  { vi: Type.String(), en: Type.String() },
  { additionalProperties: false },
);

export const DueCell = Type.Object(
  {
    /** Working hours from now. */
    hours: Type.Number(),
    /** Open, running, not late, due by then. */
    count: Type.Integer(),
    /** Of those, how many will be finished late if it goes as it went; null where too few went before. */
    expectedLate: Type.Union([Type.Number(), Type.Null()]),
    /** Past dossiers behind the weakest share used; null where nothing is due. */
    cases: Type.Union([Type.Integer(), Type.Null()]),
  },
  { additionalProperties: false },
);
export type DueCell = Static<typeof DueCell>;

export const RadarRow = Type.Object(
  {
    /** Unit or field; '' for the total. The asked unit itself: what no unit below it stands for (`onlyUnit` of a list). */
    key: Type.String(),
    open: Type.Integer(),
    paused: Type.Integer(),
    due: Type.Array(DueCell),
    late: Type.Integer(),
    /** The part of `late` for which no letter was ever sent. */
    lateWithoutApology: Type.Integer(),
    /** Running, due on `letterDueDay`, no letter yet: today is the last day on which one would come before the due date. */
    letterDueToday: Type.Integer(),
  },
  { additionalProperties: false },
);
export type RadarRow = Static<typeof RadarRow>;

/** What will be late soon, by unit or field. */
export const RadarAnswer = Type.Object(
  {
    unit: Type.String(),
    by: Type.Enum(['unit', 'field']),
    seq: Type.Integer(),
    asOf: Type.String(),
    /** The next working day. */
    letterDueDay: Type.String(),
    /** How lateness to come is estimated, for people, and the due days it was learnt from. */
    method: Type.Object(
      {
        name: Bilingual,
        text: Bilingual,
        from: Type.String(),
        to: Type.String(),
        minCases: Type.Integer(),
      },
      { additionalProperties: false },
    ),
    total: RadarRow,
    /** Those with most due first. */
    rows: Type.Array(RadarRow),
  },
  { additionalProperties: false },
);
export type RadarAnswer = Static<typeof RadarAnswer>;
