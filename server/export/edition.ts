import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { Board } from '../../shared/board/board.ts';
import type { StoredDocument } from '../../shared/document/document.ts';
import { BriefExport } from '../../shared/export/export-request.ts';
import type { Answer } from '../../shared/query/answer.ts';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import { Query } from '../../shared/query/query.ts';

const Edition = Type.Object({
  /** The instant whose figures it has, ms. */
  frozenAt: Type.Number(),
  /** When it was made, by the server's clock, ms. */
  madeAt: Type.Number(),
  /** SHA-256 of what is shown and its figures, hex. */
  hash: Type.String(),
  request: BriefExport,
  /** One a scene of the request, as it was then, about the scene's unit. */
  boards: Type.Array(Board),
  /** Every question asked, once, without the instant it was asked about. */
  figures: Type.Array(
    Type.Object({
      query: Query,
      answer: Type.Unsafe<Answer>(Type.Object({ rows: Type.Array(Type.Object({})) })),
    }),
  ),
});

/** An edition of a brief, as it is kept: what was asked and what was answered. */
export type BriefEdition = Static<typeof Edition>;

/** Undefined where a document holds none: it was removed, or written by hand. */
export function editionOf(
  document: Pick<StoredDocument, 'body'> | undefined,
): BriefEdition | undefined {
  const body: unknown = document?.body;
  return Value.Check(Edition, body) ? body : undefined;
}

/** Answers of an edition by the canonical keys of their questions. */
export function answersOf({ figures }: BriefEdition): ReadonlyMap<string, Answer> {
  return new Map(figures.map(({ query, answer }) => [canonicalKey(query), answer]));
}
