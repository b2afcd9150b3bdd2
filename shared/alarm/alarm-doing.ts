import { type Static, Type } from 'typebox';
import { ALARM_ACTS } from './alarm-state.ts';

/** What a person may do to an alarm, as the address of the call names it. */
export const ALARM_DOINGS = [...ALARM_ACTS, 'assign', 'comment'] as const;
export type AlarmDoingKind = (typeof ALARM_DOINGS)[number];

/** What is sent with it: a shelf needs `minutes` and `reason`, out of service a `reason`, the last two `to` and `text`. */
export const AlarmDoing = Type.Object(
  {
    /** At most a week: what is no alarm for longer belongs out of service, or its rule changed. */
    minutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 10_080 })),
    reason: Type.Optional(Type.String({ minLength: 3, maxLength: 500 })),
    to: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    text: Type.Optional(Type.String({ minLength: 3, maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type AlarmDoing = Static<typeof AlarmDoing>;
