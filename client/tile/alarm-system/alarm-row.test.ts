import { expect, test } from 'vitest';
import { ALARM_MEASURES } from '../../../shared/measure/alarm-measures.ts';
import { alarmRow } from './alarm-row.ts';

const measures = new Map(ALARM_MEASURES.map((measure) => [measure.id, measure]));
const row = (values: Readonly<Record<string, number>>) => ({
  key: '',
  values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }])),
});
const PRIORITIES = ['alarm.urgentShare', 'alarm.highShare', 'alarm.normalShare'];

test('a figure stands beside its limit and is abnormal only beyond it', () => {
  const told = (value: number) =>
    alarmRow(['alarm.calmShare'], row({ 'alarm.calmShare': value }), measures, 'vi');
  expect(told(95)).toMatchObject({
    limit: '≥ 95%',
    values: [{ text: '95,00%', severity: 'normal' }],
  });
  expect(told(94.99).values[0]?.severity).toBe('warn');
  const hourly = alarmRow(['alarm.perHour'], row({ 'alarm.perHour': 6.5 }), measures, 'en');
  expect(hourly).toMatchObject({ limit: '≤ 6', values: [{ text: '6.50', severity: 'warn' }] });
});

test('the three priorities share a row, and only the one that is out of proportion is abnormal', () => {
  const values = { 'alarm.urgentShare': 30, 'alarm.highShare': 0, 'alarm.normalShare': 70 };
  const { name, limit, values: shown } = alarmRow(PRIORITIES, row(values), measures, 'vi');
  expect([name, limit]).toEqual(['Khẩn, cao, thường', '≈ 5/15/80%']);
  expect(shown.map(({ text, severity }) => `${text} ${severity}`)).toEqual([
    '30 warn',
    '0 normal',
    '70 normal',
  ]);
});

test('what nothing is known of yet has no figure and is no fault', () => {
  const [value] = alarmRow(['alarm.chattering'], undefined, measures, 'vi').values;
  expect(value).toMatchObject({ text: null, severity: 'normal' });
});
