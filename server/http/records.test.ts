import { afterEach, expect, test } from 'vitest';
import { ADMIN, INGEST, startServer, stopServers, WALL } from './test-server.ts';

afterEach(stopServers);

const LIST = { kind: 'dossier', unit: '74' };

test('single records are for those who may see them, not for a screen or a pushing system', async () => {
  const app = await startServer();
  const ask = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/v1/records', headers, payload: LIST });
  expect((await ask(WALL)).json()).toMatchObject({ code: 'IOC_ACCESS_REFUSED' });
  expect((await ask(INGEST)).statusCode).toBe(403);
  expect((await ask({})).statusCode).toBe(401);
  const answer = await ask(ADMIN);
  expect(answer.json()).toMatchObject({ total: 0, seq: 7 });
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('a list outside the scope, an unknown record and a wrong question keep their codes', async () => {
  const app = await startServer();
  const post = async (payload: object) =>
    (await app.inject({ method: 'POST', url: '/api/v1/records', headers: ADMIN, payload })).json();
  expect(await post({ ...LIST, unit: '79' })).toMatchObject({ code: 'IOC_ACCESS_UNIT' });
  expect(await post({ ...LIST, limit: 501 })).toMatchObject({ code: 'IOC_HTTP_INVALID' });
  expect(await post({ ...LIST, filter: { applicant: ['x'] } })).toMatchObject({
    code: 'IOC_HTTP_INVALID',
  });
  const url = '/api/v1/records/dossier/H09.14/H09.14-231204-0017';
  const page = await app.inject({ url, headers: ADMIN });
  expect(page.statusCode).toBe(404);
  expect(page.json().message).toContain('H09.14/H09.14-231204-0017');
});

test('a search and a radar take what they name, and refuse the rest with its place', async () => {
  const app = await startServer();
  const get = async (url: string, headers = ADMIN) => (await app.inject({ url, headers })).json();
  expect(await get('/api/v1/search?q=dat&limit=3')).toMatchObject([{ code: 'dat', name: '3' }]);
  expect(await get('/api/v1/search?q=dat', WALL)).toMatchObject({ code: 'IOC_ACCESS_REFUSED' });
  expect(await get('/api/v1/radar?unit=79')).toMatchObject({ code: 'IOC_ACCESS_UNIT' });
  for (const url of ['search?limit=0', 'radar?by=owner', 'radar?hours=8,x', 'cameras/ladder?by=x'])
    expect(await get(`/api/v1/${url}`)).toMatchObject({ code: 'IOC_HTTP_INVALID' });
});
