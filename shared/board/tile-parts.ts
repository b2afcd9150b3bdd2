import { type Static, Type } from 'typebox';

export const Bilingual = Type.Object(
  { vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);

export type Bilingual = Static<typeof Bilingual>;

/** Cells of the board's 24 × 12 grid: left, top, width, height. */
export const Area = Type.Object(
  {
    x: Type.Integer({ minimum: 0, maximum: 23 }),
    y: Type.Integer({ minimum: 0, maximum: 11 }),
    w: Type.Integer({ minimum: 1, maximum: 24 }),
    h: Type.Integer({ minimum: 1, maximum: 12 }),
  },
  { additionalProperties: false },
);

export type Area = Static<typeof Area>;

/** What every tile has. */
export const frame = {
  id: Type.String({ pattern: '^[a-z0-9-]+$' }),
  area: Area,
  /** Measure, scope, period and base in words: "Tỷ lệ đúng hạn (trên hồ sơ đã giải quyết)". */
  title: Bilingual,
  /** Scope and period line, e.g. "Sở, ban, ngành · năm 2023". */
  scope: Type.Optional(Bilingual),
};
export const limits = {
  /** Beyond these the value is abnormal (amber, red), with a mark and a word. */
  warnBelow: Type.Optional(Type.Number()),
  warnAbove: Type.Optional(Type.Number()),
  alarmBelow: Type.Optional(Type.Number()),
  alarmAbove: Type.Optional(Type.Number()),
};
export const closed = { additionalProperties: false };

export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
