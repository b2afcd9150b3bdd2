import { type Static, Type } from 'typebox';
import { Code, InstantText } from './envelope.ts';

/** `direct` also stands for an empty KenhThucHien of the national portal. */
export const Channel = Type.Enum(['direct', 'online-full', 'online-partial', 'post']);
export const Level = Type.Enum(['province', 'district', 'commune']);

/**
 * TrangThaiHoSo of the national portal: 1 registered, 2 accepted, 3 not accepted, 4 in progress, 5 waiting for a
 * supplement, 6 waiting for payment, 7 returned or withdrawn, 8 stopped, 9 finished, 10 result handed over.
 */
export const DossierStatus = Type.Enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);

/** The newest state of one administrative dossier (hồ sơ TTHC). Record key: `agency` + `code`. */
export const Dossier = Type.Object(
  {
    agency: Code,
    code: Code,
    procedure: Code,
    /** lĩnh vực */
    field: Code,
    level: Level,
    intakeUnit: Code,
    /** The unit that handles it; since NĐ 118/2025 it may differ from `intakeUnit`. */
    unit: Code,
    channel: Channel,
    status: DossierStatus,
    received: InstantText,
    /** Without it and with a duration, ingest computes it once, by the calendar of the pack; it is frozen then. */
    due: Type.Optional(InstantText),
    /** Term in working hours, a working day being eight; goes before `durationDays`. */
    durationHours: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 20_000 })),
    /** Term in calendar days, which may not end on a day off. */
    durationDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
    /** Due date after a supplement or a lawful extension; an apology's new date is not one. */
    extendedDue: Type.Optional(InstantText),
    /** End of processing (NgayKetThucXuLy), which decides early, on time and late. */
    finished: Type.Optional(InstantText),
    /** Handing over of the result (NgayTra). */
    returned: Type.Optional(InstantText),
    returnedBy: Type.Optional(Type.Enum(['desk', 'post', 'online'])),
    /** Spans in which the clock stood still; the last one may be open. */
    paused: Type.Optional(
      Type.Array(
        Type.Object(
          { from: InstantText, to: Type.Optional(InstantText) },
          { additionalProperties: false },
        ),
        { maxItems: 20 },
      ),
    ),
    digitisedPapers: Type.Optional(Type.Boolean()),
    digitisedResult: Type.Optional(Type.Boolean()),
    electronicResult: Type.Optional(Type.Boolean()),
    hasFee: Type.Optional(Type.Boolean()),
    paidOnline: Type.Optional(Type.Boolean()),
    apology: Type.Optional(
      Type.Object({ sent: InstantText, newDue: InstantText }, { additionalProperties: false }),
    ),
    rating: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  },
  { additionalProperties: false },
);
export type Dossier = Static<typeof Dossier>;

export const dossierExample: Dossier = {
  agency: 'H09.14',
  code: 'H09.14-231204-0017',
  procedure: '1.003560',
  field: 'dat-dai',
  level: 'district',
  intakeUnit: '718',
  unit: '718',
  channel: 'online-full',
  status: '9',
  received: '2023-12-04T08:12:00+07:00',
  due: '2023-12-18T17:00:00+07:00',
  finished: '2023-12-15T10:30:00+07:00',
  returned: '2023-12-16T09:00:00+07:00',
  returnedBy: 'post',
  digitisedPapers: true,
  hasFee: true,
  paidOnline: true,
};
