import { expect, test } from 'vitest';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { applyAll, BASE_MS, newFold } from './history.contract.ts';

const instant = (minute: number) => new Date(BASE_MS + minute * 60_000).toISOString();
type Report = readonly [minute: number, state: string];
type Window = readonly [fromMinute: number, toMinute: number];

/** Outages, failures and minutes of maintenance of a camera that may be silent for half an hour. */
function begunWith([from, to]: Window, reports: readonly Report[]): number[] {
  const about = { source: 'cam', id: '1', time: BASE_MS };
  const of = { camera: 'CAM-1' };
  const register = { ...of, name: 'Ngã tư', unit: '718', owner: 'bot', stage: 'connected' };
  const span = { begins: instant(from), ends: instant(to) };
  const events = [
    { ...about, kind: 'camera', data: register },
    { ...about, kind: 'camera-maintenance', data: { ...of, ...span, window: 'BT-1', reason: 'x' } },
    ...reports.map(([minute, state]) => {
      return {
        ...about,
        kind: 'camera-status',
        data: { ...of, state, reportedAt: instant(minute) },
      };
    }),
  ] as AcceptedEvent[];
  const { cameras } = applyAll(newFold(), events);
  const total = (flow: string) =>
    cameras.sumUntil(cameras.flowId(flow), 0, localDayOf(BASE_MS + 9e8));
  return [total('outages'), total('failures'), total('maintenanceSeconds') / 60];
}

const HOUR: Window = [10, 60];
const CASES: readonly (readonly [string, Window, readonly Report[], readonly number[]])[] = [
  [
    'goes down and comes back',
    HOUR,
    [
      [0, 'online'],
      [20, 'offline'],
      [40, 'online'],
      [65, 'online'],
    ],
    [0, 0, 50],
  ],
  [
    'stays down',
    HOUR,
    [
      [0, 'online'],
      [20, 'offline'],
      [70, 'online'],
    ],
    [1, 1, 50],
  ],
  [
    'is down as the window ends',
    HOUR,
    [
      [0, 'online'],
      [60, 'offline'],
      [70, 'online'],
    ],
    [1, 1, 50],
  ],
  [
    'was down before',
    HOUR,
    [
      [0, 'offline'],
      [5, 'offline'],
      [40, 'online'],
      [65, 'online'],
    ],
    [1, 1, 50],
  ],
  [
    'was down before and still is',
    HOUR,
    [
      [0, 'offline'],
      [50, 'offline'],
      [65, 'online'],
    ],
    [2, 2, 50],
  ],
  [
    'falls silent',
    HOUR,
    [
      [0, 'online'],
      [70, 'online'],
    ],
    [1, 0, 50],
  ],
  [
    'falls silent as the window ends',
    [10, 30],
    [
      [0, 'online'],
      [70, 'online'],
    ],
    [1, 0, 20],
  ],
  [
    'falls silent after it',
    [10, 25],
    [
      [0, 'online'],
      [70, 'online'],
    ],
    [1, 0, 15],
  ],
  [
    'falls silent and reports again',
    [10, 80],
    [
      [0, 'online'],
      [70, 'online'],
      [85, 'online'],
    ],
    [0, 0, 70],
  ],
];

test.each(CASES)(
  'a camera that %s: nothing begins within the window, what is down as it ends begins then',
  (_, window, reports, expected) => {
    expect(begunWith(window, reports)).toEqual(expected);
  },
);
