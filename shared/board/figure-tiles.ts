import { Type } from 'typebox';
import { Query } from '../query/query.ts';
import { Bilingual, closed, frame, limits } from './tile-parts.ts';

const NotedPart = Type.Enum(['value', 'num', 'den']);

/** A second figure under a number: "{value} trễ hạn". */
const Note = Type.Object(
  {
    measure: Type.String(),
    label: Bilingual,
    part: Type.Optional(NotedPart),
  },
  closed,
);

export const NumberTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('number'),
    query: Query,
    measure: Type.String(),
    size: Type.Enum(['hero', 'large', 'medium', 'small']),
    compareLabel: Type.Optional(Bilingual),
    notes: Type.Optional(Type.Array(Note, { maxItems: 3 })),
    /** What the figure is a part of, behind it: `285/289`. */
    of: Type.Optional(Type.Object({ measure: Type.String(), part: NotedPart }, closed)),
    /** A query with a grain over the same measure. */
    sparkline: Type.Optional(Query),
    /** Id in `published.json`; printed and computed are both shown where they differ. */
    published: Type.Optional(Type.String()),
    ...limits,
  },
  closed,
);

/**
 * What is abnormal on all scenes of the wall and what moved most, with three sentences by rules. It asks nothing by
 * itself: the other tiles tell it.
 */
export const SituationTile = Type.Object({ ...frame, kind: Type.Literal('situation') }, closed);

/** How the alarm system itself does, each figure with its limit (EEMUA 191, ISA-18.2); the three priorities in one row. */
export const AlarmSystemTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('alarm-system'),
    /** Of `alarm.*`, all of a period: what is asked is shown, in this order. */
    query: Query,
  },
  closed,
);

export const BulletTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('bullet'),
    rows: Type.Array(
      Type.Object({ label: Bilingual, query: Query, measure: Type.String() }, closed),
      { minItems: 1, maxItems: 8 },
    ),
    ...limits,
  },
  closed,
);

export const IndicatorsTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('indicators'),
    /** One query an indicator: value, vintage, period, comparison. */
    rows: Type.Array(
      Type.Object(
        {
          query: Query,
          measure: Type.String(),
          /** Where several rows are of one measure; else the measure's name. */
          label: Type.Optional(Bilingual),
        },
        closed,
      ),
      { minItems: 1, maxItems: 24 },
    ),
  },
  closed,
);

/** Printed figures of `published.json`, each with what our own events give for it, its as-of, vintage and source. */
export const FactsTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('facts'),
    /** Ids, in the order they are shown. */
    figures: Type.Array(Type.String(), { minItems: 1, maxItems: 24 }),
  },
  closed,
);

/** Systems named in documents, each with the state of its connection; one that nothing is heard of says so. */
export const SystemsTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('systems'),
    /** `link.*` by system, where any is connected. */
    query: Type.Optional(Query),
    systems: Type.Array(
      Type.Object(
        {
          label: Bilingual,
          /** Code under which it tells of itself; without one nothing is connected. */
          system: Type.Optional(Type.String()),
          /** Ids in `published.json` that name it. */
          published: Type.Optional(Type.Array(Type.String())),
        },
        closed,
      ),
      { minItems: 1, maxItems: 24 },
    ),
  },
  closed,
);
