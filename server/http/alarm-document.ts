import { Alarm, AlarmDetail, AlarmFigures, AlarmList } from '../../shared/alarm/alarm.ts';
import { ALARM_DOINGS, AlarmDoing } from '../../shared/alarm/alarm-doing.ts';
import { DryRun, DryRunAsk, RulesSave, RulesTold } from '../../shared/alarm/rules-desk.ts';
import { inQuery, json, named, ok, REFUSALS, refusal } from './api-parts.ts';

const inPath = (name: string, schema: object = { type: 'string' }) => ({
  ...{ name, in: 'path', required: true },
  schema,
});
const WRONG = { 400: refusal('Not what the schema says; the path says where') };
const MISSING = { 404: refusal('There is none, or it lies outside the scope') };
const CONFLICT = { 409: refusal('It does not fit what is so by now') };
const takes = (name: string) => ({ requestBody: { required: true, ...json(named(name)) } });
const answers = (description: string, name: string, more: object = {}) => ({
  responses: { 200: ok(description, named(name)), ...WRONG, ...MISSING, ...REFUSALS, ...more },
});
const shown = { enum: ['standing', 'aside', 'all'] };
const days = { type: 'integer', minimum: 1, maximum: 90 };

/** Alarms and their rules, for the API document. */
export const ALARM_PATHS = {
  '/api/v1/alarms': {
    get: {
      summary: 'Alarms of the scope, the most urgent first',
      parameters: [inQuery('show', 'What stands, what is set aside, or both', shown)],
      ...answers('Each with cause, consequence, action, owner and response time', 'AlarmList'),
    },
  },
  '/api/v1/alarms/figures': {
    get: {
      summary: 'How the alarm system itself does',
      parameters: [inQuery('days', 'Up to now; 30 without it', days)],
      ...answers('Each figure with its limit (EEMUA 191, ISA-18.2)', 'AlarmFigures'),
    },
  },
  '/api/v1/alarms/{id}': {
    get: {
      summary: 'An alarm with its history',
      parameters: [inPath('id')],
      ...answers('What happened to it, oldest first', 'AlarmDetail'),
    },
  },
  '/api/v1/alarms/{id}/{act}': {
    post: {
      summary: 'Do something to an alarm',
      parameters: [inPath('id'), inPath('act', { enum: [...ALARM_DOINGS] })],
      ...takes('AlarmDoing'),
      ...answers('The alarm after it', 'Alarm', CONFLICT),
    },
  },
  '/api/v1/rules': {
    get: {
      summary: 'Rules of alarms',
      parameters: [
        inQuery('version', 'Which version; the one in force without it', { type: 'integer' }),
      ],
      ...answers('With who saved them and why', 'RulesTold'),
    },
    put: {
      summary: 'Save the rules as their next version; they hold from then on',
      ...takes('RulesSave'),
      ...answers('The rules in force', 'RulesTold', CONFLICT),
    },
  },
  '/api/v1/rules/dry-run': {
    post: {
      summary: 'What a rule would have said over the last days',
      ...takes('DryRunAsk'),
      ...answers('By the figures at the end of each day', 'DryRun'),
    },
  },
};

export const ALARM_SCHEMAS = {
  ...{ Alarm, AlarmDetail, AlarmFigures, AlarmList, AlarmDoing },
  ...{ RulesTold, RulesSave, DryRunAsk, DryRun },
};
