import { type Static, Type } from 'typebox';
import { ListExport, ListParameters } from './export-request.ts';

export const MOST_ADDRESSES = 10;

/** One address, as a form of a browser checks it; no name beside it, no list. */
const MailAddress = Type.String({
  pattern: "^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)*$",
  maxLength: 254,
});
const closed = { additionalProperties: false };

/** A list of dossiers as a file by mail: what `ListExport` says, to whom, in which format, with which words. */
export const ListMail = Type.Object(
  {
    ...ListExport.properties,
    ...ListParameters.properties,
    emails: Type.Array(MailAddress, { minItems: 1, maxItems: MOST_ADDRESSES, uniqueItems: true }),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  closed,
);
export type ListMail = Static<typeof ListMail>;

/** What is mailed, and whether it can be: for a form. */
export const ListMailTerms = Type.Object({
  /** Why nothing can be mailed; null: it can. */
  fault: Type.Union([Type.Null(), Type.Object({ code: Type.String(), message: Type.String() })]),
  /** Addresses and domains that lists may go to; empty: any. */
  allowed: Type.Array(Type.String()),
  mostAddresses: Type.Integer(),
  mostFileBytes: Type.Integer(),
  /** Mails a minute and account. */
  perMinute: Type.Integer(),
  columns: Type.Object({ vi: Type.Array(Type.String()), en: Type.Array(Type.String()) }),
});
export type ListMailTerms = Static<typeof ListMailTerms>;

/** What was queued; the deliveries tell what becomes of it. */
export const QueuedListMail = Type.Object({
  addresses: Type.Integer(),
  rows: Type.Integer(),
  file: Type.String(),
  bytes: Type.Integer(),
  /** SHA-256 of the content, hex; also that of the act that is written down. */
  hash: Type.String(),
});
export type QueuedListMail = Static<typeof QueuedListMail>;
