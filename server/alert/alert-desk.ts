import type { Alarm, AlarmDetail, AlarmFigures, AlarmList } from '../../shared/alarm/alarm.ts';
import type { AlarmDays } from '../../shared/alarm/alarm-days.ts';
import { isSetAside, isStanding } from '../../shared/alarm/alarm-state.ts';
import type { PersonDeed } from '../../shared/alarm/deed.ts';
import type { Rule } from '../../shared/alarm/rule.ts';
import type { DryRun, DryRunAsk, RulesSave, RulesTold } from '../../shared/alarm/rules-desk.ts';
import { IocError } from '../errors.ts';
import type { AlarmRecord } from './alarm-book.ts';
import { alarmDays, figureAlarms } from './alarm-figures.ts';
import { viewAlarm, viewDetail } from './alarm-view.ts';
import type { Alarms } from './alarms.ts';
import { type DryRunPorts, dryRun } from './dry-run.ts';
import type { DutySpell } from './on-duty.ts';
import type { RulesInForce } from './rules-in-force.ts';

const DAY_MS = 86_400_000;
/** Announcements are kept for no longer. */
const KEPT_DAYS = 92;

/** Whether somebody sees a unit. */
export type SeesUnit = (unit: string) => boolean;

/** Of the list: what stands, what is set aside, or all that is not normal. */
export type AlarmsShown = 'standing' | 'aside' | 'all';

export interface AlertDeskPorts {
  readonly alarms: Alarms;
  readonly rules: RulesInForce;
  readonly dry: DryRunPorts;
  /** The server's clock, ms. */
  readonly now: () => number;
  /** Since when alarms have been watched, where the journal has none older, ms. */
  readonly sinceMs: number;
  /** Who was signed on to which desk. */
  readonly onDuty: () => Promise<readonly DutySpell[]>;
}

/** What the desk asks of alarms and rules, each within what the asker sees. */
export class AlertDesk {
  readonly #ports: AlertDeskPorts;

  constructor(ports: AlertDeskPorts) {
    this.#ports = ports;
  }

  /** Unit that the rules are about, with everything below it. */
  get root(): string {
    return this.#ports.dry.root;
  }

  list(sees: SeesUnit, which: AlarmsShown): AlarmList {
    const { alarms, rules, now } = this.#ports;
    const shown = alarms.book
      .all()
      .filter(({ state }) => isAsked(which, state.place))
      .flatMap((each) => this.#shownOf(each, sees) ?? [])
      .map(({ record, rule }) => viewAlarm(record, rule, alarms.readings.get(record.id)));
    const frame = { asOfMs: now(), seq: alarms.book.seq, rulesVersion: rules.told.version };
    return { ...frame, alarms: shown.sort(byUrgency) };
  }

  detail(id: string, sees: SeesUnit): AlarmDetail {
    const { record, rule } = this.#found(id, sees);
    return viewDetail(record, rule, this.#ports.alarms.readings.get(id));
  }

  async act(id: string, deed: PersonDeed, by: string, sees: SeesUnit): Promise<Alarm> {
    const { alarms } = this.#ports;
    const { rule } = this.#found(id, sees);
    return viewAlarm(await alarms.act(id, deed, by), rule, alarms.readings.get(id));
  }

  /** Of the alarms that the asker sees, shared by the operators of the desks that they see. */
  async figures(days: number, sees: SeesUnit): Promise<AlarmFigures> {
    const { alarms } = this.#ports;
    const records = alarms.book.all().filter(({ subject }) => sees(subject.unit));
    const ids = new Set(records.map(({ id }) => id));
    const announcements = alarms.book.announcements.filter(({ id }) => ids.has(id));
    const onDuty = (await this.#ports.onDuty()).filter(({ unit }) => sees(unit));
    const told = figureAlarms({ announcements, records, ...this.#lookBack(days), onDuty });
    const frequent = told.frequent.flatMap(({ id, times }) => {
      const shown = this.#shownOf(alarms.book.get(id), sees);
      return shown ? [{ id, times, title: shown.rule.title, subject: shown.record.subject }] : [];
    });
    return { ...told, frequent };
  }

  /** Of the whole province, for whoever asks the core. */
  async days(): Promise<AlarmDays> {
    const { book } = this.#ports.alarms;
    const onDuty = await this.#ports.onDuty();
    const { announcements } = book;
    return alarmDays({ announcements, records: book.all(), ...this.#lookBack(KEPT_DAYS), onDuty });
  }

  #lookBack(days: number): { readonly fromMs: number; readonly toMs: number } {
    const { alarms, now, sinceMs } = this.#ports;
    const toMs = now();
    const firstMs = Math.min(alarms.book.announcements[0]?.atMs ?? sinceMs, sinceMs);
    return { fromMs: Math.min(toMs, Math.max(toMs - days * DAY_MS, firstMs)), toMs };
  }

  async rules(version?: number): Promise<RulesTold> {
    const { rules } = this.#ports;
    const told = version === undefined ? rules.told : await rules.read(version);
    if (told) return told;
    throw new IocError('IOC_HTTP_NOT_FOUND', { where: `version ${version}` });
  }

  saveRules(asked: RulesSave, by: string): Promise<RulesTold> {
    return this.#ports.rules.save(asked, by);
  }

  dryRun({ rule, days }: DryRunAsk): Promise<DryRun> {
    const fault = this.#ports.rules.faultOf([rule]);
    if (fault && !isAboutCauses(fault.where)) throw new IocError('IOC_ALARM_RULES', fault);
    return dryRun(rule, days, this.#ports.dry);
  }

  /** The server's clock, ms. */
  now(): number {
    return this.#ports.now();
  }

  #found(id: string, sees: SeesUnit): Shown {
    const shown = this.#shownOf(this.#ports.alarms.book.get(id), sees);
    if (shown) return shown;
    throw new IocError('IOC_ALARM_UNKNOWN', { came: id.slice(0, 200) });
  }

  #shownOf(record: AlarmRecord | undefined, sees: SeesUnit): Shown | undefined {
    const rule = record && this.#ports.rules.rule(record.rule);
    return record && rule && sees(record.subject.unit) ? { record, rule } : undefined;
  }
}

interface Shown {
  readonly record: AlarmRecord;
  readonly rule: Rule;
}

/** Alone, a rule's causes are not there. */
function isAboutCauses(where: string | undefined): boolean {
  return where?.includes('suppressedBy') ?? false;
}

function isAsked(which: AlarmsShown, place: AlarmRecord['state']['place']): boolean {
  if (which === 'standing') return isStanding(place);
  return which === 'aside' ? isSetAside(place) : place !== 'normal';
}

const RANK = { 1: 1, 2: 2, 3: 3, diagnostic: 4 } as const;

/** Unacknowledged first, then by priority, the newest first. */
function byUrgency(a: Alarm, b: Alarm): number {
  const waits = ({ place }: Alarm) =>
    place === 'unacknowledged' ? 0 : place === 'returned' || place === 'latched' ? 1 : 2;
  return (
    waits(a) - waits(b) || RANK[a.priority] - RANK[b.priority] || b.announcedAtMs - a.announcedAtMs
  );
}
