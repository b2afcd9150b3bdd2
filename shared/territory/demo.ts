import { type Static, Type } from 'typebox';

const Code = Type.String({ minLength: 1, maxLength: 80 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Instant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[+-]\\d{2}:\\d{2}$',
});
const Count = Type.Integer({ minimum: 0 });
const closed = { additionalProperties: false };
const Span = Type.Object({ from: Instant, to: Instant }, closed);

/** Exact totals of one calendar year or a part of one; nothing is carried over from or into it but `open`. */
export const DemoYear = Type.Object(
  {
    year: Type.Integer({ minimum: 1990, maximum: 2099 }),
    /** First and last day (`2023-06-30`), where it is only a part of the year. */
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    received: Type.Object(
      { 'online-full': Count, 'online-partial': Count, direct: Count, post: Count },
      closed,
    ),
    resolvedEarly: Count,
    resolvedOnTime: Count,
    resolvedLate: Count,
    /** Open at its end, all in term. */
    open: Count,
    /** Withdrawn by the citizen or returned to him (status 7): received, and neither open nor resolved. */
    withdrawn: Type.Optional(Count),
    returnedByPost: Count,
    digitised: Count,
    /** Not accepted (status 3): sent beside the received ones and counted nowhere. */
    refused: Count,
  },
  closed,
);
export type DemoYear = Static<typeof DemoYear>;

const Share = Type.Number({ minimum: 0, maximum: 1 });
const Weights = Type.Record(Type.String(), Type.Number({ minimum: 0 }));

/** How the totals spread; weights are relative. */
export const DemoShape = Type.Object(
  {
    levelShare: Type.Object(
      { department: Type.Number(), district: Type.Number(), commune: Type.Number() },
      closed,
    ),
    /** Dossiers of a unit against others of its level. */
    unitWeight: Weights,
    /** How often a unit is late; communes without a weight of their own take their district's. */
    lateWeight: Weights,
    /** Late dossiers with a letter of apology, and those of them whose letter went out before they were due. */
    apologies: Type.Optional(Type.Object({ sent: Share, beforeDue: Share }, closed)),
    /** Fields by unit code, else by level. */
    handles: Type.Record(Type.String(), Weights),
    /** By field: working days to the due date (one of them a procedure), share with a fee, how often late. */
    fields: Type.Record(
      Type.String(),
      Type.Object(
        {
          terms: Type.Array(Count, { minItems: 1 }),
          fee: Share,
          late: Type.Number({ minimum: 0 }),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type DemoShape = Static<typeof DemoShape>;

const DemoCameras = Type.Object(
  {
    /** Cameras at all junctions of the pack; those with a number of their own first. */
    junctionTotal: Count,
    junctionLarge: Type.Record(Type.String(), Count),
    /** Owner of the cameras at each junction. */
    owners: Type.Record(Type.String(), Code),
    /** Contractor of the cameras of each owner named; others have none. */
    contractors: Type.Optional(Type.Record(Type.String(), Code)),
    /** Contractor of the cameras in zones. */
    zoneContractor: Type.Optional(Code),
    zoneInstalled: Type.Object({ zones: Type.Array(Code), cameras: Count }, closed),
    zoneProcuring: Type.Object({ zones: Type.Array(Code), cameras: Count }, closed),
    /** State reports begin here. */
    historyFrom: Instant,
    /** A cut cable at one junction. */
    outage: Type.Object({ junction: Code, from: Instant, to: Instant }, closed),
  },
  closed,
);
export type DemoCameras = Static<typeof DemoCameras>;

/** `demo.json`: how to synthesise a pack's events. Same file, same events, byte for byte. */
export const Demo = Type.Object(
  {
    seed: Type.Integer({ minimum: 1 }),
    /** Used where `IOC_CLOCK` is not set. */
    clock: Type.String({ minLength: 1 }),
    /** What happens in this span is sent live, everything before it is loaded at the first start. */
    replay: Span,
    dossierSource: Code,
    years: Type.Array(DemoYear, { minItems: 1 }),
    shape: DemoShape,
    /** Left out where a province has none connected. */
    cameras: Type.Optional(DemoCameras),
    /** Publisher written on synthetic observations; without it there are none. */
    observations: Type.Optional(Type.String({ minLength: 1 })),
    /** Invented petitions and incidents, so many in each of the years; without them there are none. */
    petitions: Type.Optional(Type.Object({ source: Code, perYear: Count }, closed)),
    incidents: Type.Optional(Type.Object({ source: Code, perYear: Count }, closed)),
    coverage: Type.Array(
      Type.Object({ programme: Code, done: Count, total: Count, asOf: Day }, closed),
    ),
  },
  closed,
);
export type Demo = Static<typeof Demo>;
