import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ALARM_ACTS,
  ALARM_CONDITIONS,
  ALARM_INPUTS,
  ALARM_PLACES,
  type AlarmInput,
  type AlarmInputKind,
  type AlarmPlace,
  type AlarmState,
  actsThatFit,
  isActive,
  isSetAside,
  isStanding,
  NORMAL,
  stepAlarm,
  TRANSITIONS,
} from './alarm-state.ts';

/** The same machine told in another way: facts about an alarm instead of a table of states. */
interface Facts {
  holds: boolean;
  /** A person has something to see, and has seen it. */
  isUnseen: boolean;
  waitsForReset: boolean;
  aside: 'no' | 'shelved' | 'suppressed' | 'out-of-service';
  untilMs: number;
}

const UNTOUCHED: Facts = {
  holds: false,
  isUnseen: false,
  waitsForReset: false,
  aside: 'no',
  untilMs: 0,
};

function placeOf({ holds, isUnseen, waitsForReset, aside }: Facts): AlarmPlace {
  if (aside !== 'no') return holds ? `${aside}-active` : aside;
  if (holds) return isUnseen ? 'unacknowledged' : 'acknowledged';
  if (waitsForReset) return isUnseen ? 'latched' : 'latched-acknowledged';
  return isUnseen ? 'returned' : 'normal';
}

/** What each input does to the facts; false where a person is refused. */
const MODEL: Readonly<
  Record<AlarmInputKind, (facts: Facts, latches: boolean, input: AlarmInput) => boolean>
> = {
  raise: (facts) => {
    if (!facts.holds && facts.aside === 'no') {
      facts.isUnseen = true;
      facts.waitsForReset = false;
    }
    facts.holds = true;
    return true;
  },
  clear: (facts, latches) => {
    if (facts.holds && facts.aside === 'no' && latches) facts.waitsForReset = true;
    facts.holds = false;
    return true;
  },
  expire: (facts, _, input) => {
    const isOver = input.kind === 'expire' && input.atMs >= facts.untilMs;
    if (facts.aside === 'shelved' && isOver) comeBack(facts);
    return true;
  },
  suppress: (facts) => {
    if (facts.aside === 'no') setAside(facts, 'suppressed');
    return true;
  },
  unsuppress: (facts) => {
    if (facts.aside === 'suppressed') comeBack(facts);
    return true;
  },
  acknowledge: (facts) => {
    if (facts.aside !== 'no' || !facts.isUnseen) return false;
    facts.isUnseen = false;
    return true;
  },
  reset: (facts) => {
    if (facts.aside !== 'no' || !facts.waitsForReset || facts.isUnseen) return false;
    facts.waitsForReset = false;
    return true;
  },
  shelve: (facts, _, input) => {
    if (facts.aside === 'out-of-service') return false;
    setAside(facts, 'shelved');
    facts.untilMs = input.kind === 'shelve' ? input.shelf.untilMs : 0;
    return true;
  },
  unshelve: (facts) => {
    if (facts.aside !== 'shelved') return false;
    comeBack(facts);
    return true;
  },
  'out-of-service': (facts) => {
    if (facts.aside === 'out-of-service') return false;
    setAside(facts, 'out-of-service');
    return true;
  },
  'in-service': (facts) => {
    if (facts.aside !== 'out-of-service') return false;
    comeBack(facts);
    return true;
  },
};

function setAside(facts: Facts, how: Facts['aside']) {
  facts.aside = how;
  facts.isUnseen = false;
  facts.waitsForReset = false;
}

function comeBack(facts: Facts) {
  facts.aside = 'no';
  facts.isUnseen = facts.holds;
}

interface Real {
  state: AlarmState;
}

/** Which pairs of state and input the histories came by. */
const met = new Set<string>();

class Input implements fc.Command<Facts, Real> {
  readonly input: AlarmInput;
  readonly latches: boolean;

  constructor(input: AlarmInput, latches: boolean) {
    this.input = input;
    this.latches = latches;
  }

  check = () => true;

  run(model: Facts, real: Real): void {
    met.add(`${real.state.place} × ${this.input.kind}`);
    const isTaken = MODEL[this.input.kind](model, this.latches, this.input);
    const step = stepAlarm(real.state, this.input, this.latches);
    expect(step.kind === 'refused').toBe(!isTaken);
    if (step.kind === 'moved') real.state = step.state;
    expect(real.state.place).toBe(placeOf(model));
    expect(real.state.shelf?.untilMs).toBe(model.aside === 'shelved' ? model.untilMs : undefined);
  }

  toString = () => `${this.input.kind}${this.latches ? ' (latches)' : ''}`;
}

const inputOf = (kind: AlarmInputKind, ms: number): AlarmInput => {
  if (kind === 'shelve') return { kind, shelf: { untilMs: ms, reason: 'bảo trì tuyến cáp' } };
  return kind === 'expire' ? { kind, atMs: ms } : { kind };
};

test('the table and an independent model agree on every history, and every state × input is met', () => {
  const commands = ALARM_INPUTS.map((kind) =>
    fc
      .tuple(fc.nat(20), fc.boolean())
      .map(([ms, latches]) => new Input(inputOf(kind, ms), latches)),
  );
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 120, size: '+1' }), (history) => {
      fc.modelRun(() => ({ model: { ...UNTOUCHED }, real: { state: NORMAL } }), history);
    }),
    { numRuns: 400, seed: 182 },
  );
  const all = ALARM_PLACES.flatMap((place) => ALARM_INPUTS.map((kind) => `${place} × ${kind}`));
  expect(all.filter((pair) => !met.has(pair))).toEqual([]);
});

test('conditions and the clock are never refused, only people are', () => {
  for (const place of ALARM_PLACES)
    for (const kind of ALARM_CONDITIONS) expect(TRANSITIONS[place][kind]).not.toBe('x');
  for (const place of ALARM_PLACES)
    expect(actsThatFit({ place })).toEqual(
      ALARM_ACTS.filter((act) => stepAlarm({ place }, inputOf(act, 1), false).kind !== 'refused'),
    );
});

test('what is set aside and still holds comes back unacknowledged, never silently', () => {
  const ends = { shelved: 'unshelve', suppressed: 'unsuppress', 'out-of-service': 'in-service' };
  for (const [aside, end] of Object.entries(ends)) {
    const place = `${aside}-active` as AlarmPlace;
    expect(TRANSITIONS[place][end as AlarmInputKind]).toBe('unacknowledged');
  }
});

test('a shelf ends at its time, not before, and a new one replaces it', () => {
  const at = (untilMs: number) => ({ untilMs, reason: 'chờ nhà thầu' });
  const start: AlarmState = { place: 'shelved-active', shelf: at(100) };
  expect(stepAlarm(start, { kind: 'expire', atMs: 99 }, false)).toEqual({ kind: 'same' });
  const later = stepAlarm(start, { kind: 'shelve', shelf: at(200) }, false);
  expect(later).toEqual({ kind: 'moved', state: { place: 'shelved-active', shelf: at(200) } });
  expect(stepAlarm(start, { kind: 'expire', atMs: 100 }, false)).toEqual({
    kind: 'moved',
    state: { place: 'unacknowledged' },
  });
});

test('every state is either normal, standing or set aside', () => {
  for (const place of ALARM_PLACES)
    expect([place === 'normal', isStanding(place), isSetAside(place)].filter(Boolean)).toEqual([
      true,
    ]);
  expect(ALARM_PLACES.filter(isActive)).toEqual([
    'unacknowledged',
    'acknowledged',
    'shelved-active',
    'suppressed-active',
    'out-of-service-active',
  ]);
});
