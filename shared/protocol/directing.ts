import { type Static, Type } from 'typebox';

const Name = Type.String({ minLength: 1, maxLength: 120 });
const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Age = Type.Number({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** What all screens are to show. */
export const Orders = Type.Object(
  {
    /** Id of a board. */
    scene: Name,
    /** Code of a unit; null: the whole province. */
    unit: Type.Union([Name, Type.Null()]),
    /** Id of a tile of the scene that stands out; null: none. */
    spotlight: Type.Union([Name, Type.Null()]),
    /** Figures stand still. */
    isFrozen: Type.Boolean(),
    /** From the scene on, each board for its dwell. */
    rotates: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Orders = Static<typeof Orders>;

/** Without `orders` the sender takes the desk and changes nothing; null lets the screens go. */
export const Direct = Type.Object(
  {
    protocol: Type.Integer(),
    orders: Type.Optional(Type.Union([Orders, Type.Null()])),
  },
  { additionalProperties: false },
);
export type Direct = Static<typeof Direct>;

/** The orders in force; `revision` counts changes in one life of the server. */
export const OrdersState = Type.Object({
  revision: Type.Integer(),
  orders: Type.Union([Orders, Type.Null()]),
  /** Since they were given, ms: a screen that comes late joins the rotation where it stands. */
  ageMs: Type.Number(),
});
export type OrdersState = Static<typeof OrdersState>;

/** What a screen tells of itself. */
export const Health = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 40 }),
    scene: Type.Union([Name, Type.Null()]),
    /** Of the orders it follows; 0: of none. */
    revision: Count,
    /** Since the browser last drew, ms. */
    frameAgeMs: Age,
    /** Since the newest answer came in, ms; null: none has. */
    dataAgeMs: Type.Union([Age, Type.Null()]),
    /** Of JavaScript; null where the browser does not tell. */
    heapBytes: Type.Union([Count, Type.Null()]),
    /** Lost graphics contexts since the page began. */
    contextLosses: Count,
    /** Of the page, CSS pixels. */
    width: Count,
    height: Count,
  },
  { additionalProperties: false },
);
export type Health = Static<typeof Health>;

export const ScreenSeen = Type.Object({
  id: Type.String(),
  health: Health,
  /** Since its last word, ms. */
  silentMs: Type.Number(),
  /** Its connection has ended. */
  isGone: Type.Boolean(),
});
export type ScreenSeen = Static<typeof ScreenSeen>;

export const Screens = Type.Array(ScreenSeen);
export type Screens = Static<typeof Screens>;
