import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Query } from '../../shared/query/query.ts';
import type { Live } from '../store/live.ts';
import { INITIAL_STATE, type LiveAnswer, type LiveState, NO_ANSWER } from '../store/live-state.ts';
import { momentIn } from './moment.ts';
import { momentNow, pastLive } from './past-live.ts';

const query: Query = { measures: ['dossier.open'], unit: '74', period: { relative: 'this-year' } };
const NOON = Date.parse('2023-12-29T12:00:00+07:00');
const answeredAt = (at: number, receivedAtMs: number): LiveAnswer => ({
  ...NO_ANSWER,
  receivedAtMs,
  frame: {
    at,
    logSeq: 1,
    period: { from: '2023-01-01', to: '2023-12-31' },
    freshness: { dataTo: at, closed: false },
  },
});

describe('the moment in the address', () => {
  it('is the end of a day, or an instant with or without its offset', () => {
    expect(momentIn('?asOf=2023-12-29')).toMatchObject({ asOf: '2023-12-29T23:59:59+07:00' });
    expect(momentIn('?asOf=2023-12-29T12:00')).toMatchObject({ atMs: NOON });
    expect(momentIn('?asOf=2023-12-29T12:00:00+07:00')).toMatchObject({ atMs: NOON });
    expect(momentIn('?asOf=2023-12-29T05:00:00Z')).toMatchObject({ atMs: NOON });
  });
  it('is a span with a speed from 1 to 600, 60 where none is said', () => {
    const span = '?from=2023-12-29&to=2023-12-30';
    expect(momentIn(span)).toMatchObject({
      replay: { from: '2023-12-29T00:00:00+07:00', to: '2023-12-30T23:59:59+07:00', speed: 60 },
    });
    expect(momentIn(`${span}&speed=600`)).toMatchObject({ replay: { speed: 600 } });
    for (const speed of ['0', '601', '1.5', 'x']) {
      expect(momentIn(`${span}&speed=${speed}`)).toBeNull();
    }
  });
  it('is nothing where the text is none', () => {
    for (const search of [
      '',
      '?asOf=hôm-qua',
      '?asOf=2023-02-30',
      '?from=2023-12-30&to=2023-12-29',
    ]) {
      expect(momentIn(search)).toBeNull();
    }
  });
});

describe('a wall that looks back', () => {
  function setUp(search: string) {
    const store = createStore<LiveState>(() => INITIAL_STATE);
    const asked: Query[] = [];
    const live: Live = {
      store,
      getState: store.getState,
      subscribe: (each) => {
        asked.push(each);
        return () => undefined;
      },
      now: () => 5000,
      serverNow: () => 999,
      direct: async () => null,
      tellHealth: () => undefined,
      close: () => undefined,
    };
    const moment = momentIn(search);
    if (!moment) throw new Error('no moment');
    return { past: pastLive(live, moment), asked, store, moment };
  }
  it('asks every question about then, and gives the answer under the name the tile knows', () => {
    const { past, asked, store } = setUp('?asOf=2023-12-29T12:00');
    past.subscribe(query);
    expect(asked).toEqual([{ ...query, asOf: '2023-12-29T12:00:00+07:00' }]);
    const answer = answeredAt(NOON, 1);
    const present = answeredAt(NOON * 2, 1);
    store.setState({
      answers: new Map([
        [canonicalKey(query), present],
        [canonicalKey(asked[0] ?? query), answer],
      ]),
    });
    expect([...past.getState().answers]).toEqual([[canonicalKey(query), answer]]);
    expect(past.serverNow()).toBe(NOON);
  });
  it('takes the time of a replay from what it heard last, up to its end', () => {
    const { moment } = setUp('?from=2023-12-29T11:00&to=2023-12-29T13:00&speed=60');
    expect(momentNow(moment, [], 0)).toBe(NOON - 3_600_000);
    expect(momentNow(moment, [answeredAt(NOON, 1000), answeredAt(NOON - 1, 900)], 2000)).toBe(
      NOON + 60_000 + 5_999,
    );
    expect(momentNow(moment, [answeredAt(NOON, 1000)], 1e6)).toBe(NOON + 3_600_000);
  });
});
