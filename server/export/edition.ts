import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { StoredDocument } from '../../shared/document/document.ts';
import { BriefExport } from '../../shared/export/export-request.ts';
import type { Answer } from '../../shared/query/answer.ts';

const Edition = Type.Object({
  /** The server's clock, ms. */
  frozenAt: Type.Number(),
  /** SHA-256 of charts and figures, hex. */
  hash: Type.String(),
  request: BriefExport,
  /** One a chart, in order. */
  answers: Type.Array(Type.Unsafe<Answer>(Type.Object({ rows: Type.Array(Type.Object({})) }))),
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
