import { afterEach, describe, expect, test } from 'vitest';
import type { DocumentSave } from '../shared/document/document.ts';
import { WRONG_A_MINUTE } from './access/access.ts';
import { PACK } from './query/sample-context.ts';
import { type Caller, callerOf, SAMPLE_TOKENS, startSampleDesk } from './sample-desk.ts';

const START = Date.parse('2024-01-05T09:00:00+07:00');
const stopping: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});
async function setUp() {
  const desk = await startSampleDesk(PACK, START);
  stopping.push(() => desk.app.close());
  return desk;
}

const CHART: DocumentSave = { ifVersion: 0, title: 'Đúng hạn', body: { form: 'line' } };
const put = (caller: Caller, id: string, changes: Partial<DocumentSave> = {}, kind = 'chart') =>
  caller('PUT', `/api/v1/documents/${kind}/${id}`, { ...CHART, ...changes });

describe('who one is', () => {
  test('is told to every token, with what it may do', async () => {
    const { app, admin, enter } = await setUp();
    const operator = await enter('Trực ca 1', 'operator', ['718']);
    expect((await operator('GET', '/api/v1/me')).body).toEqual({
      name: 'Trực ca 1',
      role: 'operator',
      scope: ['718'],
      actions: ['query', 'read', 'events', 'positions', 'records', 'operate'],
    });
    expect((await admin('GET', '/api/v1/me')).body).toMatchObject({ name: 'Quản trị' });
    const wall = callerOf(app, SAMPLE_TOKENS.device);
    expect((await wall('GET', '/api/v1/me')).body.actions).toEqual(['query', 'read']);
    expect((await app.inject('/api/v1/me')).statusCode).toBe(401);
  });

  test('is not told to guesses, and after too many of them not even looked up', async () => {
    const { app } = await setUp();
    const guess = callerOf(app, 'x'.repeat(43));
    for (let n = 1; n < WRONG_A_MINUTE; n++) {
      expect((await guess('GET', '/api/v1/me')).status).toBe(401);
    }
    expect((await guess('GET', '/api/v1/me')).status).toBe(429);
    const barred = await app.inject({
      url: '/api/v1/documents/chart',
      headers: { authorization: `Bearer ${'y'.repeat(43)}` },
    });
    expect([barred.statusCode, barred.json().code]).toEqual([429, 'IOC_ACCESS_TOO_MANY']);
    expect(barred.headers['retry-after']).toBeDefined();
  });
});

describe('accounts', () => {
  test('are opened, listed and revoked by the administrator alone', async () => {
    const { app, admin, enter } = await setUp();
    const wanted = { name: 'Phân tích', role: 'analyst', scope: ['719'] };
    const opened = await admin('POST', '/api/v1/accounts', wanted);
    expect(opened).toMatchObject({ status: 201, body: { account: wanted } });
    const analyst = callerOf(app, opened.body.token);
    expect((await analyst('GET', '/api/v1/me')).body).toMatchObject(wanted);
    for (const caller of [analyst, await enter('Trực ca 1', 'operator')]) {
      expect((await caller('GET', '/api/v1/accounts')).status).toBe(403);
      expect((await caller('POST', '/api/v1/accounts', wanted)).status).toBe(403);
    }
    const { id } = opened.body.account;
    expect((await admin('DELETE', `/api/v1/accounts/${id}`)).body.revokedBy).toBe('Quản trị');
    expect((await analyst('GET', '/api/v1/me')).status).toBe(401);
    const names = (await admin('GET', '/api/v1/accounts')).body.map(
      ({ name }: { name: string }) => name,
    );
    expect(names).toEqual(['Trực ca 1', 'Phân tích']);
  });

  test('with a role, a unit or a field that is none are refused', async () => {
    const { admin } = await setUp();
    const wanted = { name: 'Trực ca 1', role: 'operator' };
    for (const change of [{ role: 'admin' }, { name: '  ' }, { colour: 'red' }, { scope: [] }]) {
      const { status, body } = await admin('POST', '/api/v1/accounts', { ...wanted, ...change });
      expect([status, body.code]).toEqual([400, 'IOC_HTTP_INVALID']);
    }
    const elsewhere = await admin('POST', '/api/v1/accounts', { ...wanted, scope: ['79'] });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'IOC_QUERY_UNKNOWN_UNIT']);
    expect((await admin('DELETE', '/api/v1/accounts/x')).status).toBe(404);
  });
});

describe('documents', () => {
  test('are saved version by version, under the name of who saved them', async () => {
    const { enter, clock } = await setUp();
    const analyst = await enter('Phân tích', 'analyst');
    const head = { kind: 'chart', id: 'dung-han', by: 'Phân tích', unit: '74', removed: false };
    expect(await put(analyst, 'dung-han')).toEqual({
      status: 200,
      body: { ...head, version: 1, at: START, title: 'Đúng hạn' },
    });
    clock.now += 1000;
    await put(analyst, 'dung-han', { ifVersion: 1, title: 'Đúng hạn 2023', body: { form: 'bar' } });
    const url = '/api/v1/documents/chart/dung-han';
    expect((await analyst('GET', url)).body).toMatchObject({ version: 2, body: { form: 'bar' } });
    expect((await analyst('GET', `${url}?version=1`)).body).toMatchObject({
      title: 'Đúng hạn',
      body: { form: 'line' },
    });
    const history = (await analyst('GET', `${url}/history`)).body;
    expect(history.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(await put(analyst, 'dung-han', { ifVersion: 1 })).toMatchObject({
      status: 409,
      body: { code: 'IOC_STORE_CONFLICT' },
    });
    expect((await analyst('DELETE', `${url}?ifVersion=2`)).body).toMatchObject({ removed: true });
    expect((await analyst('GET', '/api/v1/documents/chart')).body).toEqual([]);
    expect((await analyst('GET', `${url}?version=2`)).status).toBe(200);
  });

  test('of alarm rules are the operators’, all others the analysts’', async () => {
    const { enter } = await setUp();
    const operator = await enter('Trực ca 1', 'operator');
    const analyst = await enter('Phân tích', 'analyst');
    const reader = await enter('Bảng tính', 'reader');
    expect((await put(operator, 'a', {}, 'rules')).status).toBe(200);
    expect((await put(analyst, 'b', {}, 'rules')).status).toBe(403);
    for (const kind of ['chart', 'board', 'brief', 'report', 'query']) {
      expect((await put(analyst, 'a', {}, kind)).status).toBe(200);
      expect((await put(operator, 'b', {}, kind)).status).toBe(403);
      expect((await put(reader, 'c', {}, kind)).status).toBe(403);
      expect((await reader('GET', `/api/v1/documents/${kind}/a`)).status).toBe(200);
    }
  });

  test('of a unit are for those who see it; to all others there is none', async () => {
    const { enter } = await setUp();
    const province = await enter('Tỉnh', 'analyst');
    const district = await enter('Thủ Dầu Một', 'analyst', ['718']);
    const commune = await enter('Phú Cường', 'analyst', ['25747']);
    const other = await enter('Bàu Bàng', 'analyst', ['719']);
    await put(province, 'tinh');
    await put(district, 'huyen');
    await put(district, 'xa', { unit: '25747' });
    const seen = async (caller: Caller) =>
      (await caller('GET', '/api/v1/documents/chart')).body.map(({ id }: { id: string }) => id);
    expect(await seen(province)).toEqual(['xa', 'huyen', 'tinh']);
    expect(await seen(district)).toEqual(['xa', 'huyen']);
    expect(await seen(commune)).toEqual(['xa']);
    expect(await seen(other)).toEqual([]);
    for (const caller of [commune, other]) {
      const url = '/api/v1/documents/chart/huyen';
      for (const place of [
        url,
        `${url}?version=1`,
        `${url}/history`,
        '/api/v1/documents/chart/x',
      ]) {
        expect((await caller('GET', place)).status).toBe(404);
      }
      expect((await put(caller, 'huyen', { ifVersion: 1 })).status).toBe(404);
      expect((await caller('DELETE', `${url}?ifVersion=1`)).status).toBe(404);
    }
    const above = await put(commune, 'moi', { unit: '718' });
    expect([above.status, above.body.code]).toEqual([403, 'IOC_ACCESS_UNIT']);
    // Handed over to another unit it is gone for this one, with its older versions of their own still theirs.
    await put(province, 'xa', { ifVersion: 1, unit: '719' });
    expect(await seen(district)).toEqual(['huyen']);
    expect(await seen(other)).toEqual(['xa']);
    const history = (await other('GET', '/api/v1/documents/chart/xa/history')).body;
    expect(history.map(({ version }: { version: number }) => version)).toEqual([2]);
  });

  test('of a kind or a name that is none, or with a field too many, are refused', async () => {
    const { admin } = await setUp();
    expect((await put(admin, 'a', {}, 'poem')).status).toBe(400);
    expect((await put(admin, 'A%2F..')).status).toBe(400);
    expect((await admin('GET', '/api/v1/documents/chart/a?version=x')).status).toBe(400);
    const extra = { ...CHART, colour: 'red' };
    expect((await admin('PUT', '/api/v1/documents/chart/a', extra)).status).toBe(400);
    expect((await admin('GET', '/api/v1/documents/chart')).body).toEqual([]);
  });
});
