import { CAMERAS, defineRatio, defineStock, type Family, text } from './define.ts';
import { OWN_DEFINITION, PROVINCE_SCHEME } from './legal-basis.ts';
import type { CameraLiveState, Dimension, Measure, Term } from './measure.ts';

/** `camera` splits down to single cameras, for the map. */
const DIMENSIONS: readonly Dimension[] = [
  'unit',
  'zone',
  'junction',
  'owner',
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
const DOWN = (['offline', 'tampered', 'unknown'] as const).map(seconds);
const NOT_STATE = DIMENSIONS.filter((dimension) => dimension !== 'state');

export const CAMERA_MEASURES: readonly Measure[] = [
  ...ROLL_OUT,
  ...LIVE,
  defineRatio(CAMERA_FAMILY, [{ live: 'online' }], [{ until: 'connected' }], {
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
  }),
  defineRatio(CAMERA_FAMILY, UP, [...UP, ...DOWN], {
    id: 'camera.availability',
    name: text('Độ sẵn sàng của camera', 'Camera availability'),
    shortName: text('Độ sẵn sàng', 'Availability'),
    formula: [
      'camera.availability',
      'thời gian hoạt động (trực tuyến, suy giảm) / (thời gian theo dõi − bảo trì); thời gian chưa rõ tính là ngừng',
      'up time (online, degraded) / (observed time − maintenance); time in an unknown state counts as down',
    ],
    legalBasis: OWN_DEFINITION,
    direction: 'higher',
    dimensions: NOT_STATE,
  }),
];
