import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TASK_DEEDS, TASK_STATES, type TaskDeedName, taskAfter } from '../../shared/duty/task.ts';
import type { Act } from '../store/journal.ts';
import { applyTask, type KeptTask } from './task-fold.ts';

const actOf = (seq: number, kind: string, body: Act['body'] = {}, by = 'Trực ca 1'): Act => ({
  ...{ seq, kind, body, by },
  at: seq * 1000,
  topic: 'task',
  subject: 't',
});
const OPENED = actOf(1, 'opened', {
  ...{ title: 'Kiểm tra camera', text: 'Mất tín hiệu', unit: '718', assignee: null },
  due: 9000,
  about: null,
});
const fold = (...acts: Act[]) =>
  acts.reduce<KeptTask | undefined>((task, act) => applyTask(task, act), undefined);

/** What moves a task, written down once more. */
const MODEL: Readonly<Record<string, string>> = {
  'open start': 'doing',
  'open close': 'done',
  'doing close': 'done',
  'open cancel': 'cancelled',
  'doing cancel': 'cancelled',
  'done reopen': 'open',
  'cancelled reopen': 'open',
};

describe('a task', () => {
  test('goes from open over doing to done, and can be opened again', () => {
    const acts = [OPENED, actOf(2, 'start'), actOf(3, 'close', { text: 'Đã sửa' })];
    expect(fold(...acts)).toMatchObject({ state: 'done', seq: 3, unit: '718' });
    expect(fold(...acts)?.entries.map(({ deed, text }) => [deed, text])).toEqual([
      ['opened', 'Mất tín hiệu'],
      ['start', ''],
      ['close', 'Đã sửa'],
    ]);
    expect(fold(...acts, actOf(4, 'reopen'))?.state).toBe('open');
  });

  test('takes another unit, assignee and due time, and is followed by whoever touched it', () => {
    const task = fold(
      OPENED,
      actOf(2, 'assign', { unit: '725', assignee: 'Trực ca 2' }, 'Quản trị'),
      actOf(3, 'move-due', { due: 12_000 }),
      actOf(4, 'follow', {}, 'Trực ca 3'),
      actOf(5, 'unfollow'),
    );
    expect(task).toMatchObject({ unit: '725', assignee: 'Trực ca 2', due: 12_000, seq: 5 });
    expect(task?.followers).toEqual(['Quản trị', 'Trực ca 3']);
    expect(task?.entries.map(({ deed }) => deed)).toEqual(['opened', 'assign', 'move-due']);
    expect(task?.entries).toMatchObject([
      { unit: '718', assignee: null, due: 9000 },
      { unit: '725', assignee: 'Trực ca 2' },
      { due: 12_000 },
    ]);
  });

  test('has exactly these transitions', () => {
    const table = TASK_STATES.map((state) => [
      state,
      TASK_DEEDS.filter((deed) => taskAfter(state, deed) !== undefined).join(' '),
    ]);
    const always = 'comment follow unfollow';
    expect(Object.fromEntries(table)).toEqual({
      open: `${always} assign move-due close cancel start`,
      doing: `${always} assign move-due close cancel`,
      done: `${always} reopen`,
      cancelled: `${always} reopen`,
    });
  });

  test('is after any acts in the state that a plain model of them gives', () => {
    const deed = fc.constantFrom<TaskDeedName | 'opened' | 'nonsense'>(
      ...TASK_DEEDS,
      'opened',
      'nonsense',
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        const state = deeds.reduce((from, each) => MODEL[`${from} ${each}`] ?? from, 'open');
        const task = fold(OPENED, ...deeds.map((kind, i) => actOf(i + 2, kind)));
        expect(task?.state).toBe(state);
        expect(task?.seq).toBe(deeds.length + 1);
      }),
    );
  });

  test('is none before it is opened, whatever else comes', () => {
    expect(fold(actOf(1, 'start'), actOf(2, 'opened', { title: 5 }))).toBeUndefined();
  });
});
