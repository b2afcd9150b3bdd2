import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALARM_INPUTS, ALARM_PLACES, TRANSITIONS } from '../../shared/alarm/alarm-state.ts';

test('the document of the alarm states shows every transition as the machine has it', () => {
  const text = readFileSync(new URL('../../shared/alarm/TRANSITIONS.md', import.meta.url), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  const cells = rows.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  const inTable = ALARM_PLACES.map((place) => [
    place,
    ...ALARM_INPUTS.map((kind) => {
      const transition = TRANSITIONS[place][kind];
      return typeof transition === 'string' ? transition : transition.join(' / ');
    }),
  ]);
  expect(cells).toEqual([['state', ...ALARM_INPUTS], ...inTable]);
});
