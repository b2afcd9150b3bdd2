import { type Static, Type } from 'typebox';

/** What analysts and operators keep on the server. */
export const DOCUMENT_KINDS = ['chart', 'board', 'brief', 'rules', 'report', 'query'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export function isDocumentKind(text: string): text is DocumentKind {
  return DOCUMENT_KINDS.some((kind) => kind === text);
}

/** Names of documents: also part of their address. */
export const DOCUMENT_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** One version of a document, without what it says. */
export const DocumentHead = Type.Object({
  kind: Type.Enum([...DOCUMENT_KINDS]),
  id: Type.String(),
  /** From 1. */
  version: Type.Integer(),
  /** When it was saved, ms. */
  at: Type.Number(),
  /** Name of the account that saved it. */
  by: Type.String(),
  title: Type.String(),
  /** Whoever sees this unit sees the document. */
  unit: Type.String(),
  /** It was taken off the list with this version. */
  removed: Type.Boolean(),
});
export type DocumentHead = Static<typeof DocumentHead>;

const Body = Type.Record(Type.String(), Type.Unknown());

export const StoredDocument = Type.Object({ ...DocumentHead.properties, body: Body });
export type StoredDocument = Static<typeof StoredDocument>;

/** What is sent to save a version. */
export const DocumentSave = Type.Object(
  {
    /** The version this one is made from; 0 for a new document. Saving over a newer one is refused. */
    ifVersion: Type.Integer({ minimum: 0 }),
    title: Type.String({ minLength: 1, maxLength: 300 }),
    /** Without it: as before, for a new one the first unit of the author's scope. */
    unit: Type.Optional(Type.String({ minLength: 1, maxLength: 32 })),
    body: Body,
  },
  { additionalProperties: false },
);
export type DocumentSave = Static<typeof DocumentSave>;
