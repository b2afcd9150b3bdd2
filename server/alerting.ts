import type { ReliveAsked } from '../shared/alarm/relived.ts';
import { createCatalogue } from '../shared/measure/catalogue.ts';
import { resolvePeriod } from '../shared/query/resolve-period.ts';
import { isoDay } from '../shared/unit/local-day.ts';
import type { Principal } from './access/principal.ts';
import { Alarms } from './alert/alarms.ts';
import { AlertDesk } from './alert/alert-desk.ts';
import type { DryRunPorts } from './alert/dry-run.ts';
import type { FindingPorts } from './alert/find.ts';
import { dutySpells } from './alert/on-duty.ts';
import { RulesInForce } from './alert/rules-in-force.ts';
import type { CoreCalls } from './core-calls.ts';
import { Book } from './duty/book.ts';
import { applyShift } from './duty/shift-fold.ts';
import { type CodedError, codedError } from './errors.ts';
import type { ProvincePack } from './source/province-pack.ts';
import type { Store } from './store/store.ts';
import { documentTopic } from './store/telling.ts';

/** Rules are looked at this often, ms of real time; the core answers a few questions then. */
const EVERY_MS = 3000;
/** While events pour in each look costs more: the next waits so many times as long as the last took, so that looks stay a small part of the core's work. */
const REST_TIMES = 20;
/** An alarm never waits longer than this to be looked for, ms. */
const MAX_REST_MS = 15_000;

export interface AlertingOptions {
  readonly store: Store;
  readonly pack: ProvincePack;
  readonly core: Pick<CoreCalls, 'query' | 'sources' | 'outages' | 'tellAlarms' | 'relive'>;
  /** The server's clock, also that of a replay, ms. */
  readonly serverNow: () => number;
  /** Questions can be answered. */
  readonly isReady: () => boolean;
  readonly onNotice: (fault: CodedError) => void;
}

export interface Alerting {
  /** Undefined until the journal has been read and questions can be answered. */
  desk(): AlertDesk | undefined;
  stop(): void;
}

/** Watches the rules beside the core: questions go to it like anybody's, nothing is done per event. */
export function openAlerting(options: AlertingOptions): Alerting {
  const { isReady, onNotice } = options;
  let opened: Opened | undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async () => {
    const begunMs = performance.now();
    try {
      if (isReady()) opened ??= await openDeskOfAlarms(options);
      await opened?.alarms.evaluate();
      await opened?.tellDays();
    } catch (cause) {
      onNotice(codedError('IOC_ALARM_EVALUATION', { where: 'all', came: String(cause) }));
    }
    const tookMs = performance.now() - begunMs;
    const restMs = Math.min(MAX_REST_MS, Math.max(EVERY_MS, REST_TIMES * tookMs));
    if (!isStopped) timer = setTimeout(round, restMs);
  };
  timer = setTimeout(round, 0);
  return {
    desk: () => opened?.desk,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

interface Opened {
  readonly alarms: Alarms;
  readonly desk: AlertDesk;
  /** Tells the core how the alarm system did, where that has changed. */
  readonly tellDays: () => Promise<void>;
}

async function openDeskOfAlarms(options: AlertingOptions): Promise<Opened> {
  const { store, serverNow, onNotice } = options;
  const rules = await openRules(options);
  const finding = findingOf(options);
  const alarms = await Alarms.open({
    finding,
    journal: store.journal,
    rules: () => rules.told,
    now: serverNow,
    realNow: Date.now,
    onUnanswered: tellOnce(onNotice),
  });
  const dry = { ...finding, spanOn: spanMaker(options.pack), now: serverNow };
  const shifts = new Book(store.journal, 'shift', applyShift);
  const onDuty = async () => dutySpells([...(await shifts.things()).values()]);
  const ports = { alarms, rules, dry, now: serverNow, sinceMs: serverNow(), onDuty };
  const desk = new AlertDesk(ports);
  return { alarms, desk, tellDays: dayTeller(desk, options.core) };
}

function dayTeller(desk: AlertDesk, core: Pick<CoreCalls, 'tellAlarms'>): () => Promise<void> {
  let told = '';
  return async () => {
    const days = await desk.days();
    const text = JSON.stringify(days);
    if (text === told) return;
    await core.tellAlarms(days);
    told = text;
  };
}

async function openRules({ store, pack, onNotice }: AlertingOptions): Promise<RulesInForce> {
  const { units, root } = pack.pack;
  const codes = new Set(units.map(({ code }) => code));
  const sources = new Set(pack.sources.map(({ source }) => source));
  const rules = new RulesInForce({
    documents: store.documents,
    shipped: pack.rules,
    around: {
      measure: createCatalogue(pack.indicators, pack.pack).get,
      hasUnit: (code) => codes.has(code),
      hasSource: (code) => sources.has(code),
    },
    root,
    now: Date.now,
    onNotice,
  });
  await rules.refresh();
  const failed = (cause: unknown) =>
    onNotice(codedError('IOC_ALARM_EVALUATION', { where: 'rules', came: String(cause) }));
  store.onChange(({ topic }) => {
    if (topic === documentTopic('rules')) rules.refresh().catch(failed);
  });
  return rules;
}

/** Rules see the whole province; what people see of the alarms is bounded when they ask. */
function findingOf({ pack, core }: AlertingOptions): FindingPorts & Pick<DryRunPorts, 'relive'> {
  const { root } = pack.pack;
  const principal: Principal = { role: 'admin', name: '', scope: [root] };
  return {
    measure: createCatalogue(pack.indicators, pack.pack).get,
    query: (query) => core.query(query, principal),
    sources: () => core.sources(),
    outages: (unit, silence) => core.outages(principal, unit, silence),
    relive: (asked: ReliveAsked) => core.relive(asked, principal),
    root,
  };
}

/** A period that runs on is cut off at the day asked about. */
function spanMaker({ calendar }: ProvincePack): DryRunPorts['spanOn'] {
  return (period, day) => {
    const span = resolvePeriod(period, day, calendar.reportMonthStartsOn ?? 1);
    const from = span && span.from < day ? span.from : day;
    const to = span && span.to < day ? span.to : day;
    return { from: isoDay(from), to: isoDay(to) };
  };
}

/** A rule that cannot be answered is told when that begins, not every few seconds. */
function tellOnce(onNotice: AlertingOptions['onNotice']) {
  const told = new Map<string, string>();
  return ({ rule, why }: { readonly rule: string; readonly why: string }) => {
    if (told.get(rule) === why) return;
    told.set(rule, why);
    onNotice(codedError('IOC_ALARM_EVALUATION', { where: rule, came: why }));
  };
}
