import {
  CAMERAS,
  defineFlow,
  defineMean,
  defineRatio,
  defineStock,
  type Family,
  text,
} from './define.ts';
import { OWN_DEFINITION, PROVINCE_SCHEME } from './legal-basis.ts';
import type { CameraLiveState, Dimension, Measure, OutageKind, Term } from './measure.ts';

/** `camera` splits down to single cameras, for the map. */
const DIMENSIONS: readonly Dimension[] = [
  'unit',
  'zone',
  'junction',
  'owner',
  'contractor',
  'stage',
  'state',
  'camera',
];

const CAMERA_FAMILY: Family = {
  source: 'camera',
  dimensions: DIMENSIONS,
  unit: CAMERAS,
  freshnessMs: 15 * 60_000,
};

type Stage = 'surveyed' | 'planned' | 'procuring' | 'installed' | 'connected' | 'shared';

const STAGES: readonly (readonly [Stage, string, string, string, string])[] = [
  ['surveyed', 'đã khảo sát', 'surveyed', 'Đã khảo sát', 'Surveyed'],
  ['planned', 'theo kế hoạch', 'planned', 'Kế hoạch', 'Planned'],
  ['procuring', 'đã đến bước mua sắm', 'in procurement or beyond', 'Mua sắm', 'Procuring'],
  ['installed', 'đã lắp đặt', 'installed', 'Đã lắp đặt', 'Installed'],
  ['connected', 'đã kết nối', 'connected', 'Đã kết nối', 'Connected'],
  ['shared', 'đã chia sẻ', 'shared', 'Đã chia sẻ', 'Shared'],
];

/** Roll-out: how far the scheme has come; says nothing about whether a camera answers. */
const ROLL_OUT: readonly Measure[] = STAGES.map(([stage, vi, en, shortVi, shortEn]) =>
  defineStock(CAMERA_FAMILY, [{ until: stage }], {
    id: `camera.${stage}`,
    name: text(`Số camera ${vi}`, `Cameras ${en}`),
    shortName: text(shortVi, shortEn),
    formula: [
      `camera.${stage}`,
      `Camera đã đạt ít nhất bước “${shortVi.toLowerCase()}” cuối kỳ; không tính camera đã thôi dùng`,
      `Cameras that have reached at least the stage “${stage}” at the period’s end; decommissioned ones left out`,
    ],
    legalBasis: PROVINCE_SCHEME,
    direction: 'higher',
  }),
);

const STATES: readonly (readonly [CameraLiveState, string, string, Measure['direction']])[] = [
  ['online', 'trực tuyến', 'online', 'higher'],
  ['offline', 'mất kết nối', 'offline', 'lower'],
  ['degraded', 'suy giảm chất lượng', 'degraded', 'lower'],
  ['maintenance', 'đang bảo trì', 'under maintenance', 'neutral'],
  ['tampered', 'bị che, xoay hoặc phá', 'tampered with', 'lower'],
  ['unknown', 'chưa rõ trạng thái', 'in an unknown state', 'lower'],
];

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const LIVE: readonly Measure[] = STATES.map(([state, vi, en, direction]) =>
  defineStock(CAMERA_FAMILY, [{ live: state }], {
    id: `camera.${state}`,
    name: text(`Số camera ${vi}`, `Cameras ${en}`),
    shortName: text(upperFirst(vi), upperFirst(en)),
    formula: [
      `camera.${state}`,
      `Camera đã kết nối có trạng thái “${vi}” tại thời điểm hiện tại hoặc cuối kỳ; im lặng quá hạn là chưa rõ`,
      `Connected cameras that are ${en} now or at the period’s end; overlong silence is unknown`,
    ],
    legalBasis: OWN_DEFINITION,
    direction,
  }),
);

const seconds = (state: CameraLiveState): Term => ({ seconds: state });
const UP = (['online', 'degraded'] as const).map(seconds);
const NOT_STATE = DIMENSIONS.filter((dimension) => dimension !== 'state');

const ONLINE_SHARE = defineRatio(CAMERA_FAMILY, [{ live: 'online' }], [{ until: 'connected' }], {
  id: 'camera.onlineShare',
  name: text('Tỷ lệ camera trực tuyến (trên camera đã kết nối)', 'Online share (of connected)'),
  shortName: text('Tỷ lệ trực tuyến', 'Online share'),
  formula: [
    'camera.onlineShare',
    'camera trực tuyến / camera đã kết nối (không phải đã lắp đặt)',
    'cameras online / cameras connected (not installed)',
  ],
  legalBasis: OWN_DEFINITION,
  direction: 'higher',
  dimensions: NOT_STATE,
});

/**
 * What the time in an unknown state counts as: a source that falls silent may be a camera that is down (the careful
 * reading) or a link that says nothing about the camera.
 */
export type UnknownTime = 'down' | 'left-out';

const SAID: Readonly<Record<UnknownTime, readonly [vi: string, en: string]>> = {
  down: ['thời gian chưa rõ tính là ngừng', 'time in an unknown state counts as down'],
  'left-out': ['không tính thời gian chưa rõ', 'time in an unknown state is left out'],
};

export function cameraMeasures(unknownTime: UnknownTime): readonly Measure[] {
  return [...ROLL_OUT, ...LIVE, ONLINE_SHARE, ...reliability(unknownTime)];
}

/** How silence is read, in terms and in words. */
interface Reading {
  readonly down: readonly Term[];
  readonly kind: OutageKind;
  readonly vi: string;
  readonly en: string;
}

function reliability(unknownTime: UnknownTime): readonly Measure[] {
  const isDown = unknownTime === 'down';
  const [vi, en] = SAID[unknownTime];
  const reading: Reading = {
    down: [seconds('offline'), seconds('tampered'), ...(isDown ? [seconds('unknown')] : [])],
    kind: isDown ? 'down-or-silent' : 'down',
    vi,
    en,
  };
  return [availability(reading), ...outages(reading), ...meanTimes(reading)];
}

const COMMON = { legalBasis: OWN_DEFINITION, dimensions: NOT_STATE };

function availability({ down, vi, en }: Reading): Measure {
  return defineRatio(CAMERA_FAMILY, UP, [...UP, ...down], {
    ...COMMON,
    id: 'camera.availability',
    name: text('Độ sẵn sàng của camera', 'Camera availability'),
    shortName: text('Độ sẵn sàng', 'Availability'),
    formula: [
      'camera.availability',
      `thời gian hoạt động (trực tuyến, suy giảm) / (thời gian theo dõi − bảo trì); ${vi}`,
      `up time (online, degraded) / (observed time − maintenance); ${en}`,
    ],
    direction: 'higher',
  });
}

function outages({ kind, vi, en }: Reading): readonly Measure[] {
  return [
    defineFlow({ ...CAMERA_FAMILY, unit: text('lần', 'times') }, [{ outages: kind }], {
      ...COMMON,
      id: 'camera.outages',
      name: text('Số lần camera ngừng hoạt động', 'Camera outages'),
      shortName: text('Số lần ngừng', 'Outages'),
      formula: [
        'camera.outages',
        `số lần chuyển sang ngừng (mất kết nối, bị can thiệp) trong kỳ; ${vi}`,
        `times a camera went down (offline, tampered) in the period; ${en}`,
      ],
      direction: 'lower',
    }),
    defineStock({ ...CAMERA_FAMILY, unit: text('nhóm', 'groups') }, [{ outageGroups: kind }], {
      ...COMMON,
      id: 'camera.outageGroups',
      name: text('Số nhóm camera cùng ngừng', 'Groups of outages'),
      shortName: text('Nhóm sự cố', 'Outage groups'),
      formula: [
        'camera.outageGroups',
        `camera đang ngừng, gộp theo điểm lắp đặt khi ngừng cách nhau không quá 5 phút, từ 20 camera trở lên gộp theo chủ quản; ${vi}`,
        `cameras down now, grouped by site where they went down within 5 minutes of one another, from 20 cameras on by owner; ${en}`,
      ],
      direction: 'lower',
    }),
  ];
}

function meanTimes({ kind, down, vi, en }: Reading): readonly Measure[] {
  const hours = { ...CAMERA_FAMILY, unit: text('giờ', 'hours') };
  const den: readonly Term[] = [{ outages: kind }];
  return [
    defineMean(
      hours,
      { num: UP, den, scale: 1 / 3600 },
      {
        ...COMMON,
        id: 'camera.mtbf',
        name: text('Thời gian trung bình giữa hai lần ngừng (MTBF)', 'Mean time between failures'),
        shortName: text('MTBF', 'MTBF'),
        formula: [
          'camera.mtbf',
          `thời gian hoạt động trong kỳ / số lần ngừng trong kỳ; ${vi}`,
          `up time in the period / outages in the period; ${en}`,
        ],
        direction: 'higher',
      },
    ),
    defineMean(
      hours,
      { num: down, den, scale: 1 / 3600 },
      {
        ...COMMON,
        id: 'camera.mttr',
        name: text('Thời gian khôi phục trung bình (MTTR)', 'Mean time to restore'),
        shortName: text('MTTR', 'MTTR'),
        formula: [
          'camera.mttr',
          `thời gian ngừng trong kỳ / số lần ngừng trong kỳ; ${vi}`,
          `down time in the period / outages in the period; ${en}`,
        ],
        direction: 'lower',
      },
    ),
  ];
}
