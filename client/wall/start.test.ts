import { describe, expect, it } from 'vitest';
import type { Board } from '../../shared/board/board.ts';
import { rerootBoard } from '../../shared/board/reroot.ts';
import { dataStatusText } from './data-status.ts';
import { redeemLink, takeToken } from './device-token.ts';
import { fetchForever } from './fetch-forever.ts';
import { fitItems } from './fit-items.ts';
import { catalogueOf } from './surroundings.ts';

describe('the catalogue', () => {
  it('is asked for until it comes, with ever longer pauses', async () => {
    const answers = [null, 503, 503, 200];
    const waits: number[] = [];
    const failures: number[] = [];
    const body = await fetchForever(
      '/api/v1/boards',
      'secret',
      {
        fetch: async (_, { headers }) => {
          expect(headers).toEqual({ authorization: 'Bearer secret' });
          const status = answers.shift();
          if (!status) throw new TypeError('no network');
          return new Response('[1]', { status });
        },
        wait: async (ms) => void waits.push(ms),
        onFailure: (status) => failures.push(status),
      },
      new AbortController().signal,
    );
    expect(body).toEqual([1]);
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(failures).toEqual([0, 503, 503]);
  });
  it('composes every text that comes in, so that no mark falls into another font', () => {
    const decomposed = 'Thuận An'.normalize('NFD');
    const { boards } = catalogueOf([[{ order: 1, title: { vi: decomposed } }], [], {}, []]);
    expect(boards[0]?.title.vi).toBe('Thuận An'.normalize('NFC'));
  });
});

describe('the device token', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
  };
  it('is taken out of the address and kept for the next start', () => {
    const kept = storage();
    const seen: unknown[] = [];
    const history = {
      replaceState: (_: unknown, __: string, url?: string | URL | null) => void seen.push(url),
    };
    const location = { hash: '#token=abc', pathname: '/wall', search: '?lang=en' };
    expect(takeToken(location, history, kept, storage())).toBe('abc');
    expect(seen).toEqual(['/wall?lang=en']);
    expect(takeToken({ ...location, hash: '' }, history, kept, storage())).toBe('abc');
  });
  it('is null on a screen that never had one', () => {
    const location = { hash: '', pathname: '/wall', search: '' };
    const history = { replaceState: () => undefined };
    expect(takeToken(location, history, storage(), storage())).toBeNull();
  });
  it('gives way to the session of a one-time link, in the tab that opened the link', async () => {
    const session = storage();
    const seen: unknown[] = [];
    const history = {
      replaceState: (_: unknown, __: string, url?: string | URL | null) => void seen.push(url),
    };
    const location = { hash: '#link=once', pathname: '/wall', search: '' };
    await redeemLink(location, history, session, async (code) => `session of ${code}`);
    expect(seen).toEqual(['/wall']);
    const kept = storage();
    kept.setItem('ioc.deviceToken', 'abc');
    expect(takeToken({ ...location, hash: '' }, history, kept, session)).toBe('session of once');
  });
  it('stays what it was when the link has been used', async () => {
    const session = storage();
    const location = { hash: '#link=used', pathname: '/wall', search: '' };
    const history = { replaceState: () => undefined };
    await redeemLink(location, history, session, async () => null);
    expect(takeToken({ ...location, hash: '' }, history, storage(), session)).toBeNull();
  });
});

const name = { vi: 'Thủ Dầu Một', en: 'Thủ Dầu Một' };
const to = (unit: string) =>
  ({ root: '74', rootName: name, unit, unitName: name, level: 'commune', isToday: false }) as const;

describe('a board about a district', () => {
  const board = {
    id: 'a',
    title: { vi: '74', en: '74' },
    order: 0,
    dwellSeconds: 15,
    tiles: [
      {
        id: 'map',
        kind: 'map',
        area: { x: 0, y: 0, w: 8, h: 8 },
        title: { vi: 'a', en: 'a' },
        scope: { vi: 'Toàn tỉnh · năm 2023', en: 'Whole province · 2023' },
        boundaries: 'districts',
        query: {
          measures: ['dossier.open'],
          unit: '74',
          level: 'district',
          by: ['unit'],
          period: { relative: 'today' },
        },
      },
    ],
  } satisfies Board;

  it('asks about the district and its communes, and says so', () => {
    const rooted = rerootBoard(board, to('718'));
    expect(rooted.tiles[0]).toEqual({
      ...board.tiles[0],
      scope: { vi: 'Thủ Dầu Một · năm 2023', en: 'Thủ Dầu Một · 2023' },
      query: { ...board.tiles[0]?.query, unit: '718', level: 'commune' },
    });
    expect(rooted.title.vi).toBe('74');
    expect(rerootBoard(board, to('74'))).toBe(board);
  });
});

describe('the header', () => {
  const now = Date.parse('2023-12-29T16:43:00+07:00');
  const status = {
    isLost: false,
    loading: null,
    dataTo: now - 60_000,
    sources: { onTime: 14, total: 15 },
  };
  it('says how far the data reach and which sources are on time', () => {
    const text = dataStatusText(status, now, 'vi');
    expect(text).toBe('Dữ liệu đến 16:42 · 14/15 nguồn đúng hạn');
  });
  it('says of when the figures are once the connection is gone', () => {
    const text = dataStatusText({ ...status, isLost: true }, now, 'vi');
    expect(text).toBe('Mất kết nối · số liệu lúc 16:42');
  });
  it('says how far the loading is', () => {
    const text = dataStatusText({ ...status, loading: 0.42 }, now, 'en');
    expect(text).toBe('Loading data 42%');
  });
});

describe('the line of what is abnormal', () => {
  it('takes as many items as fit and keeps room to say how many do not', () => {
    const texts = Array.from({ length: 9 }, () => 'Thuận An, đúng hạn 96,4% · dưới 97%');
    const fitting = fitItems(texts, 1280);
    expect(fitting).toBeGreaterThan(0);
    expect(fitting).toBeLessThan(9);
    expect(fitItems(texts.slice(0, 1), 1280)).toBe(1);
  });
});
