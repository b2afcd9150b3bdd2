/**
 * Where an alarm stands, after the alarm state model of ANSI/ISA-18.2 (IEC 62682): normal (A), unacknowledged (B), acknowledged
 * (C), returned unacknowledged (D), latched unacknowledged (E), latched acknowledged (F), shelved (G), suppressed by design (H),
 * out of service (I). The last three are told apart by whether the condition holds meanwhile.
 */
export const ALARM_PLACES = [
  'normal',
  'unacknowledged',
  'acknowledged',
  'returned',
  'latched',
  'latched-acknowledged',
  'shelved',
  'shelved-active',
  'suppressed',
  'suppressed-active',
  'out-of-service',
  'out-of-service-active',
] as const;
export type AlarmPlace = (typeof ALARM_PLACES)[number];

/** What the conditions and the clock do, and what a person does. Only the latter can be refused. */
export const ALARM_CONDITIONS = ['raise', 'clear', 'expire', 'suppress', 'unsuppress'] as const;
export const ALARM_ACTS = [
  'acknowledge',
  'reset',
  'shelve',
  'unshelve',
  'out-of-service',
  'in-service',
] as const;
export const ALARM_INPUTS = [...ALARM_CONDITIONS, ...ALARM_ACTS] as const;
export type AlarmInputKind = (typeof ALARM_INPUTS)[number];

/** When an alarm set aside comes back by itself, and why it was set aside. */
export interface Shelf {
  /** ms */
  readonly untilMs: number;
  readonly reason: string;
}

export interface AlarmState {
  readonly place: AlarmPlace;
  /** Exactly while shelved. */
  readonly shelf?: Shelf;
}

export const NORMAL: AlarmState = { place: 'normal' };

export type AlarmInput =
  | { readonly kind: Exclude<AlarmInputKind, 'shelve' | 'expire'> }
  | { readonly kind: 'shelve'; readonly shelf: Shelf }
  /** The clock says `atMs` (ms). */
  | { readonly kind: 'expire'; readonly atMs: number };

/** `-`: stays where it is. `x`: refused. Two places: without and with latching. */
export type Transition = AlarmPlace | '-' | 'x' | readonly [plain: AlarmPlace, latched: AlarmPlace];

const shelved = { shelve: 'shelved', unshelve: 'x' } as const;
const shelvedActive = { shelve: 'shelved-active', unshelve: 'x' } as const;
const aside = { suppress: 'suppressed', unsuppress: '-', expire: '-' } as const;
const asideActive = { ...aside, suppress: 'suppressed-active' } as const;
const inService = { 'out-of-service': 'out-of-service', 'in-service': 'x' } as const;
const inServiceActive = { 'out-of-service': 'out-of-service-active', 'in-service': 'x' } as const;
const noAnswer = { acknowledge: 'x', reset: 'x' } as const;

/** Every state × every input. `TRANSITIONS.md` shows the same, and a test compares. */
export const TRANSITIONS: Readonly<
  Record<AlarmPlace, Readonly<Record<AlarmInputKind, Transition>>>
> = {
  normal: {
    ...{ raise: 'unacknowledged', clear: '-' },
    ...{ ...aside, ...noAnswer, ...shelved, ...inService },
  },
  unacknowledged: {
    ...{ raise: '-', clear: ['returned', 'latched'], acknowledge: 'acknowledged', reset: 'x' },
    ...{ ...asideActive, ...shelvedActive, ...inServiceActive },
  },
  acknowledged: {
    ...{ raise: '-', clear: ['normal', 'latched-acknowledged'] },
    ...{ ...asideActive, ...noAnswer, ...shelvedActive, ...inServiceActive },
  },
  returned: {
    ...{ raise: 'unacknowledged', clear: '-', acknowledge: 'normal', reset: 'x' },
    ...{ ...aside, ...shelved, ...inService },
  },
  latched: {
    ...{ raise: 'unacknowledged', clear: '-', acknowledge: 'latched-acknowledged', reset: 'x' },
    ...{ ...aside, ...shelved, ...inService },
  },
  'latched-acknowledged': {
    ...{ raise: 'unacknowledged', clear: '-', acknowledge: 'x', reset: 'normal' },
    ...{ ...aside, ...shelved, ...inService },
  },
  shelved: {
    ...{ raise: 'shelved-active', clear: '-', expire: 'normal', suppress: '-', unsuppress: '-' },
    ...{ ...noAnswer, shelve: 'shelved', unshelve: 'normal', ...inService },
  },
  'shelved-active': {
    ...{ raise: '-', clear: 'shelved', expire: 'unacknowledged', suppress: '-', unsuppress: '-' },
    ...{ ...noAnswer, shelve: 'shelved-active', unshelve: 'unacknowledged', ...inServiceActive },
  },
  suppressed: {
    ...{ raise: 'suppressed-active', clear: '-', expire: '-', suppress: '-' },
    ...{ unsuppress: 'normal', ...noAnswer, ...shelved, ...inService },
  },
  'suppressed-active': {
    ...{ raise: '-', clear: 'suppressed', expire: '-', suppress: '-' },
    ...{ unsuppress: 'unacknowledged', ...noAnswer, ...shelvedActive, ...inServiceActive },
  },
  'out-of-service': {
    ...{ raise: 'out-of-service-active', clear: '-', expire: '-', suppress: '-', unsuppress: '-' },
    ...{ ...noAnswer, shelve: 'x', unshelve: 'x', 'out-of-service': 'x', 'in-service': 'normal' },
  },
  'out-of-service-active': {
    ...{ raise: '-', clear: 'out-of-service', expire: '-', suppress: '-', unsuppress: '-' },
    ...{ ...noAnswer, shelve: 'x', unshelve: 'x', 'out-of-service': 'x' },
    ...{ 'in-service': 'unacknowledged' },
  },
};

export type AlarmStep =
  | { readonly kind: 'moved'; readonly state: AlarmState }
  /** Nothing to do: a condition that is known already. */
  | { readonly kind: 'same' }
  /** A person asks for what does not fit the state. */
  | { readonly kind: 'refused' };

/**
 * The next state; total, pure. `latches`: what has returned waits until a person resets it. A shelf whose time has not come
 * stays; shelving what is shelved sets a new end.
 */
export function stepAlarm(state: AlarmState, input: AlarmInput, latches: boolean): AlarmStep {
  if (input.kind === 'expire' && input.atMs < (state.shelf?.untilMs ?? 0)) return { kind: 'same' };
  const transition = TRANSITIONS[state.place][input.kind];
  if (transition === 'x') return { kind: 'refused' };
  if (transition === '-') return { kind: 'same' };
  const place =
    typeof transition === 'string' ? transition : (transition[latches ? 1 : 0] ?? 'normal');
  return { kind: 'moved', state: stateAt(place, state, input) };
}

function stateAt(place: AlarmPlace, before: AlarmState, input: AlarmInput): AlarmState {
  if (place !== 'shelved' && place !== 'shelved-active') return { place };
  const shelf = input.kind === 'shelve' ? input.shelf : before.shelf;
  return shelf ? { place, shelf } : { place };
}

/** The acts that fit a state, in the order above. */
export function actsThatFit({ place }: AlarmState): readonly (typeof ALARM_ACTS)[number][] {
  return ALARM_ACTS.filter((act) => TRANSITIONS[place][act] !== 'x');
}

/** The condition holds, whatever became of the alarm. */
export function isActive(place: AlarmPlace): boolean {
  return place === 'unacknowledged' || place === 'acknowledged' || place.endsWith('-active');
}

/** Shelved, suppressed or out of service: not on the operator's list of what to do. */
export function isSetAside(place: AlarmPlace): boolean {
  return /^(shelved|suppressed|out-of-service)/.test(place);
}

/** On the list: something is left to do. */
export function isStanding(place: AlarmPlace): boolean {
  return place !== 'normal' && !isSetAside(place);
}
