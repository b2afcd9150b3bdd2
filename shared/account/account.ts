import { type Static, Type } from 'typebox';

/** Who can have an account; walls, pushing systems and the administrator have tokens of the server's settings. */
export const ACCOUNT_ROLES = ['operator', 'analyst', 'reader'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

const Role = Type.Enum([...ACCOUNT_ROLES]);
const Unit = Type.String({ minLength: 1, maxLength: 32 });

/** What an account is told of itself, and what a page needs to know what to offer. */
export const Me = Type.Object({
  name: Type.String(),
  role: Type.String(),
  /** Units it sees, each with everything below. */
  scope: Type.Array(Type.String()),
  actions: Type.Array(Type.String()),
});
export type Me = Static<typeof Me>;

export const Account = Type.Object({
  id: Type.String(),
  /** Of a post, not of a person: what it does is kept under this name. */
  name: Type.String(),
  role: Role,
  scope: Type.Array(Type.String()),
  /** ms */
  openedAt: Type.Number(),
  openedBy: Type.String(),
  /** ms; null: until it is revoked. */
  expiresAt: Type.Union([Type.Number(), Type.Null()]),
  revokedAt: Type.Union([Type.Number(), Type.Null()]),
  revokedBy: Type.Union([Type.String(), Type.Null()]),
});
export type Account = Static<typeof Account>;

export const NewAccount = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
    role: Role,
    /** Without it: the whole province. */
    scope: Type.Optional(Type.Array(Unit, { minItems: 1, maxItems: 50 })),
    /** ms */
    expiresAt: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
  },
  { additionalProperties: false },
);
export type NewAccount = Static<typeof NewAccount>;

/** Told once, when it is opened: the server keeps only the token's digest. */
export const OpenedAccount = Type.Object({ account: Account, token: Type.String() });
export type OpenedAccount = Static<typeof OpenedAccount>;
