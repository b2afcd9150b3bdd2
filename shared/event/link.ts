import { type Static, Type } from 'typebox';
import { Code, InstantText } from './envelope.ts';

/** A connected system or source. Record key: `system`. */
export const Link = Type.Object(
  {
    system: Code,
    cadenceSeconds: Type.Integer({ minimum: 1, maximum: 31_622_400 }),
    lastExchange: Type.Optional(InstantText),
    rejected: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type Link = Static<typeof Link>;

export const linkExample: Link = {
  system: 'cong-dvcqg',
  cadenceSeconds: 900,
  lastExchange: '2023-12-29T16:40:00+07:00',
  rejected: 3,
};
