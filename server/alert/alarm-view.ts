import type { Alarm, AlarmDetail } from '../../shared/alarm/alarm.ts';
import { actsThatFit } from '../../shared/alarm/alarm-state.ts';
import type { Rule } from '../../shared/alarm/rule.ts';
import type { AlarmRecord } from './alarm-book.ts';
import type { Reading } from './reading.ts';
import { asks } from './rule-questions.ts';

/** An alarm with what its rule says of it, as the desk shows it. */
export function viewAlarm(record: AlarmRecord, rule: Rule, reading: Reading | undefined): Alarm {
  const { title, condition, cause, consequence, action, owner, responseMinutes } = rule;
  const { raised, state, subject } = record;
  return {
    ...{ id: record.id, rule: rule.id, title, kind: condition.kind },
    ...{ priority: raised.priority, place: state.place, fits: [...actsThatFit(state)] },
    subject,
    ...(asks(condition) ? { measure: condition.query.measure } : {}),
    ...('as' in condition && condition.as === 'percent' ? { isPercent: true } : {}),
    ...{ value: raised.value, limit: raised.limit, members: reading?.members ?? raised.members },
    valueNow: reading ? reading.value : null,
    ...(raised.span ? { span: raised.span } : {}),
    ...{ cause, consequence, action, owner, responseMinutes },
    ...{ raisedAtMs: raised.atMs, announcedAtMs: record.announcedAtMs },
    ...{ changedAtMs: record.changedAtMs, seq: record.seq },
    ...whatPeopleDid(record),
    ...escalationOf(record, rule),
  };
}

/** With what happened to it. */
export function viewDetail(
  record: AlarmRecord,
  rule: Rule,
  reading: Reading | undefined,
): AlarmDetail {
  return { ...viewAlarm(record, rule, reading), entries: [...record.entries] };
}

function whatPeopleDid({ acknowledged, assigned, aside, state, chatter }: AlarmRecord) {
  return {
    ...(acknowledged ? { acknowledged } : {}),
    ...(assigned ? { assigned } : {}),
    ...(aside ? { aside } : {}),
    ...(state.shelf ? { shelvedUntilMs: state.shelf.untilMs } : {}),
    ...(chatter > 0 ? { chatter } : {}),
  };
}

function escalationOf({ escalated }: AlarmRecord, { escalation = [] }: Rule) {
  const step = escalation[escalated - 1];
  return step ? { escalatedTo: step.to } : {};
}
