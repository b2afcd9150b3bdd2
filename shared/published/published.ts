import { type Static, Type } from 'typebox';
import { Operator, Vintage } from '../event/observation.ts';
import { QueryDimension } from '../query/query.ts';
import { Bilingual } from '../territory/unit.ts';

const Code = Type.String({ minLength: 1, maxLength: 80 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** `published.json`: figures as they were printed, each with its article, scope and as-of. */
export const PublishedFigure = Type.Object(
  {
    id: Code,
    /** Measure and slice it corresponds to, where one does. */
    measure: Type.Optional(Type.String()),
    unit: Type.Optional(Code),
    period: Type.Optional(Type.String()),
    filter: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
    /** Coverage programme, for `coverage.*`. */
    programme: Type.Optional(Code),
    /** Dimensions to split by, for `of: "rows"`. */
    by: Type.Optional(Type.Array(QueryDimension, { maxItems: 1 })),
    /**
     * Which part of the answer: the value, its numerator or denominator, the delta against the year before in the
     * measure's way (`delta`) or in its unit (`difference`), the target that holds in the period, or the number of
     * rows above zero (11 zones with cameras).
     */
    of: Type.Optional(Type.Enum(['value', 'delta', 'difference', 'num', 'den', 'target', 'rows'])),
    /** What kind of sentence it is: something that was, that shall be, a system in use, a function asked for. */
    kind: Type.Optional(Type.Enum(['actual', 'target', 'system', 'function'])),
    statement: Bilingual,
    /** For a row of a list, at most some thirty letters; without it `statement` is used. */
    shortStatement: Type.Optional(Bilingual),
    value: Type.Union([Type.Number(), Type.Null()]),
    /** As printed: `98,18%`. */
    printed: Type.String(),
    /** "hơn", "từ … trở lên", "khoảng": shown before the figure, never dropped. */
    operator: Type.Optional(Operator),
    vintage: Type.Optional(Vintage),
    scope: Bilingual,
    article: Bilingual,
    /** Where it was printed, in some fifteen letters: `báo 08/02/2024`. */
    source: Type.Optional(Bilingual),
    asOf: Day,
    /** Why no tile can show it as a figure; without it some tile does. */
    textOnly: Type.Optional(Bilingual),
    /** Why the printed and the computed value differ, or how the sentence must be read. */
    note: Type.Optional(Bilingual),
  },
  { additionalProperties: false },
);
export type PublishedFigure = Static<typeof PublishedFigure>;
export const Published = Type.Array(PublishedFigure);
