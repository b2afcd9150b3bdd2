import { describe, expect, test } from 'vitest';
import { sectionsOf } from './sections.ts';

const shownTo = (...actions: string[]) => sectionsOf({ actions }).map(({ id }) => id);
const ALL = [
  ...['units', 'list', 'radar', 'cameras', 'alarms', 'rules', 'tasks', 'incidents', 'shift'],
  ...['deliveries', 'webhooks', 'accounts'],
];

describe('the sections of the desk', () => {
  test('are all shown to the administrator, those reached from another one left out', () => {
    expect(shownTo('records', 'operate', 'study', 'accounts')).toEqual(ALL);
  });

  test('are shown to an operator without accounts', () => {
    expect(shownTo('records', 'operate')).toEqual(ALL.slice(0, 10));
  });

  test('are shown to an analyst without accounts and messages out', () => {
    expect(shownTo('records', 'study')).toEqual(ALL.slice(0, 9));
  });
});
