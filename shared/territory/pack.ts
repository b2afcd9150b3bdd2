import { type Static, Type } from 'typebox';
import { Bilingual, Named, Site, Unit } from './unit.ts';

const Code = Type.String({ minLength: 1, maxLength: 80 });
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** `pack.json`: who and where a province is. */
export const Pack = Type.Object(
  {
    slug: Type.String({ pattern: '^[a-z0-9-]+$' }),
    name: Bilingual,
    /** Code of the root unit. */
    root: Code,
    units: Type.Array(Unit, { minItems: 1 }),
    agencies: Type.Array(
      Type.Object({ code: Code, name: Bilingual, unit: Code }, { additionalProperties: false }),
    ),
    fields: Type.Array(Named),
    procedures: Type.Optional(Type.Array(Named)),
    zones: Type.Array(Site),
    junctions: Type.Array(Site),
    owners: Type.Array(Named),
    /** Who installs cameras and keeps them in repair. */
    contractors: Type.Optional(Type.Array(Named)),
    programmes: Type.Array(Named),
    /** Names of codes that have no register of their own, in the order they are shown. */
    terms: Type.Optional(
      Type.Object(
        {
          incidentKind: Type.Optional(Type.Array(Named)),
          index: Type.Optional(Type.Array(Named)),
          tier: Type.Optional(Type.Array(Named)),
          system: Type.Optional(Type.Array(Named)),
          /** Told by the server, from `sources.json`. */
          source: Type.Optional(Type.Array(Named)),
        },
        { additionalProperties: false },
      ),
    ),
    /** Plans whose items go from stage to stage; the last stage is the end of the way. */
    plans: Type.Optional(
      Type.Array(
        Type.Object(
          { code: Code, name: Bilingual, stages: Type.Array(Named, { minItems: 1 }) },
          { additionalProperties: false },
        ),
      ),
    ),
    /** Unknown codes of these registers are rejected at ingest; left out, any code passes. */
    strict: Type.Optional(Type.Array(Type.Enum(['unit', 'agency', 'field', 'zone', 'junction']))),
    /** What the time a camera is in an unknown state counts as; `down` without it. */
    unknownTime: Type.Optional(Type.Enum(['down', 'left-out'])),
    /** Shown on every screen: a demo or a replay says so. */
    demo: Type.Optional(Type.Boolean()),
    wall: Type.Optional(
      Type.Object(
        {
          viewingDistanceM: Type.Number({ exclusiveMinimum: 0 }),
          screenWidthM: Type.Number({ exclusiveMinimum: 0 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type Pack = Static<typeof Pack>;

/** `calendar.json`: working hours and the days that differ from Monday–Friday. */
export const Calendar = Type.Object(
  {
    /** `[["07:00","11:30"],["13:30","17:00"]]`, in order */
    workingHours: Type.Array(Type.Tuple([Clock, Clock]), { minItems: 1 }),
    /** A dossier received after this time of a working day counts from the next one; without it, while the office is open. */
    lateIntakeAfter: Type.Optional(Clock),
    /** Day on which a month of reports begins: 15 for one from the 15th to the 14th; 1 where it is left out. */
    reportMonthStartsOn: Type.Optional(Type.Integer({ minimum: 1, maximum: 28 })),
    holidays: Type.Array(
      Type.Object({ day: Day, name: Bilingual, source: Type.Optional(Type.String()) }),
    ),
    /** Saturdays or Sundays that are worked. */
    makeUpDays: Type.Array(Type.Object({ day: Day, source: Type.Optional(Type.String()) })),
  },
  { additionalProperties: false },
);
export type Calendar = Static<typeof Calendar>;

/**
 * `targets.json`: targets and plans a figure is compared with, as versions: a later decision about the same days takes
 * the place of an earlier one, which stays for those who ask what was known before it.
 */
export const Targets = Type.Array(
  Type.Object(
    {
      measure: Type.String({ minLength: 1 }),
      kind: Type.Enum(['target', 'plan']),
      value: Type.Number(),
      unit: Code,
      /** Only for this unit level or dimension values, e.g. `{"level":["commune"]}`. */
      filter: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
      validFrom: Day,
      validTo: Day,
      /** Who set it. */
      setBy: Bilingual,
      /** Day it was decided; before it nobody knew. Without one it always counts as known. */
      decidedOn: Type.Optional(Day),
      /** Number and date of the decision. */
      document: Type.Optional(Bilingual),
    },
    { additionalProperties: false },
  ),
);
export type Targets = Static<typeof Targets>;

const CLOSED = { additionalProperties: false };
const Each = Type.Enum(['day', 'week', 'month', 'quarter', 'half', 'year']);
const Level = Type.Enum(['province', 'district', 'commune', 'department']);

/** `sources.json`: what each source promises. */
export const Sources = Type.Array(
  Type.Object(
    {
      source: Type.String({ minLength: 1 }),
      name: Bilingual,
      kinds: Type.Array(Type.String(), { minItems: 1 }),
      /** Longest normal silence. */
      cadenceSeconds: Type.Integer({ minimum: 1 }),
      /** Which units have to send something in each period; left out, nobody knows what is missing. */
      owes: Type.Optional(
        Type.Union([
          Type.Object({ units: Type.Array(Code, { minItems: 1 }), each: Each }, CLOSED),
          Type.Object({ level: Level, each: Each }, CLOSED),
        ]),
      ),
    },
    { additionalProperties: false },
  ),
);
export type Sources = Static<typeof Sources>;

/** `indicators.json`: the indicator list of the province (24 here, 22 or 36 elsewhere). */
export const IndicatorDefinition = Type.Object(
  {
    code: Code,
    name: Bilingual,
    /** For the wall, at most some thirty letters; without it `name` is used. */
    shortName: Type.Optional(Bilingual),
    unit: Bilingual,
    decimals: Type.Integer({ minimum: 0, maximum: 4 }),
    kind: Type.Enum(['flow', 'stock', 'ratio', 'rate', 'index', 'composition']),
    acrossUnits: Type.Enum(['sum', 'recompute', 'none', 'sum-net-of-transfers']),
    acrossTime: Type.Enum(['sum', 'last', 'avg', 'published', 'none']),
    direction: Type.Enum(['higher', 'lower', 'neutral']),
    formula: Bilingual,
    publisher: Type.String(),
    parts: Type.Optional(Type.Array(Named)),
    /** Where the figure is defined, if not in the province's list of indicators. */
    legalBasis: Type.Optional(Bilingual),
  },
  { additionalProperties: false },
);
export type IndicatorDefinition = Static<typeof IndicatorDefinition>;
export const Indicators = Type.Array(IndicatorDefinition);
