import { ALARM_LIMITS, AT_LEAST, CALM_ALARMS, FLOOD_ALARMS, SHARES_FROM } from './alarm-limits.ts';
import { PERCENT, text } from './define.ts';
import { ALARM_STANDARDS } from './legal-basis.ts';
import type { AlarmPart, BilingualText, Measure } from './measure.ts';

const HOUR_MS = 3_600_000;
const ALARMS = text('cảnh báo', 'alarms');
const FORMS = {
  count: { kind: 'stock', unit: ALARMS, decimals: 0, deltaKind: 'absolute' },
  mean: { kind: 'mean', unit: ALARMS, decimals: 2, deltaKind: 'absolute' },
  share: { kind: 'ratio', unit: PERCENT, decimals: 2, deltaKind: 'points' },
} as const;

function formOf(part: AlarmPart): keyof typeof FORMS {
  if (part === 'perHour') return 'mean';
  return part === 'chattering' || part === 'unowned' ? 'count' : 'share';
}

interface Own {
  readonly name: BilingualText;
  readonly shortName: BilingualText;
  readonly formula: BilingualText;
}

/** A figure of the alarm system itself, with its limit in the formula. */
function alarm(part: AlarmPart, { formula, ...names }: Own): Measure {
  const { kind, unit, decimals, deltaKind } = FORMS[formOf(part)];
  const isLeast = AT_LEAST.has(part);
  const limit = `${isLeast ? '≥' : '≤'} ${ALARM_LIMITS[part]}${unit === PERCENT ? '%' : ''}`;
  return {
    ...names,
    id: `alarm.${part}`,
    kind,
    expression: { kind: 'alarm', part },
    formula: {
      id: part,
      text: text(`${formula.vi}; giới hạn ${limit}`, `${formula.en}; limit ${limit}`),
    },
    unit,
    decimals,
    direction: isLeast ? 'higher' : 'lower',
    deltaKind,
    additivity: {
      units: kind === 'stock' ? 'none' : 'recompute',
      time: part === 'unowned' ? 'last' : 'recompute',
    },
    dimensions: [],
    source: 'alarm',
    legalBasis: ALARM_STANDARDS,
    freshnessMs: HOUR_MS,
  };
}

const share = (vi: string, en: string): BilingualText =>
  text(
    `cảnh báo mức ${vi} / cảnh báo đã phát, từ ${SHARES_FROM} cảnh báo trở lên`,
    `alarms of ${en} priority / alarms that came up, of at least ${SHARES_FROM}`,
  );

/** How the alarm system itself does, against what one operator can handle. Diagnostic alarms are left out. */
export const ALARM_MEASURES: readonly Measure[] = [
  alarm('perHour', {
    name: text('Cảnh báo mỗi giờ, một người trực', 'Alarms an hour and operator'),
    shortName: text('Mỗi giờ, một người trực', 'Per hour and operator'),
    formula: text(
      'cảnh báo đã phát / giờ người trực (người đã ký nhận ca, ít nhất một người)',
      'alarms that came up / hours of operators (those signed on to a shift, at least one)',
    ),
  }),
  alarm('calmShare', {
    name: text('Tỷ lệ khoảng 10 phút ít cảnh báo', 'Share of calm ten-minute windows'),
    shortName: text(`10 phút có ≤ ${CALM_ALARMS} cảnh báo`, `Ten minutes with ≤ ${CALM_ALARMS}`),
    formula: text(
      `khoảng 10 phút có không quá ${CALM_ALARMS} cảnh báo / khoảng 10 phút đã qua`,
      `ten-minute windows with at most ${CALM_ALARMS} alarms / ten-minute windows gone by`,
    ),
  }),
  alarm('floodShare', {
    name: text('Tỷ lệ thời gian cảnh báo dồn dập', 'Share of time in alarm flood'),
    shortName: text('Thời gian dồn dập', 'Time in flood'),
    formula: text(
      `khoảng 10 phút có từ ${FLOOD_ALARMS} cảnh báo / khoảng 10 phút đã qua`,
      `ten-minute windows with ${FLOOD_ALARMS} alarms or more / ten-minute windows gone by`,
    ),
  }),
  alarm('chattering', {
    name: text('Số cảnh báo chập chờn', 'Chattering alarms'),
    shortName: text('Chập chờn', 'Chattering'),
    formula: text(
      'Cảnh báo phát từ 3 lần trong một phút, mỗi cảnh báo tính một',
      'Alarms that came up 3 times within a minute, each counted once',
    ),
  }),
  alarm('unowned', {
    name: text('Số cảnh báo quá 24 giờ chưa ai nhận', 'Alarms nobody’s for more than 24 hours'),
    shortName: text('Quá 24 giờ chưa ai nhận', 'Nobody’s for over 24 h'),
    formula: text(
      'Cảnh báo đang có, chưa xác nhận và chưa phân công, phát quá 24 giờ; chỉ biết hiện tại',
      'Standing alarms neither acknowledged nor assigned for more than 24 hours; known of now only',
    ),
  }),
  alarm('urgentShare', {
    name: text('Tỷ trọng cảnh báo mức khẩn', 'Share of urgent alarms'),
    shortName: text('Khẩn', 'Urgent'),
    formula: share('khẩn', 'urgent'),
  }),
  alarm('highShare', {
    name: text('Tỷ trọng cảnh báo mức cao', 'Share of high alarms'),
    shortName: text('Cao', 'High'),
    formula: share('cao', 'high'),
  }),
  alarm('normalShare', {
    name: text('Tỷ trọng cảnh báo mức thường', 'Share of normal alarms'),
    shortName: text('Thường', 'Normal'),
    formula: share('thường', 'normal'),
  }),
];
