import { afterEach, expect, test } from 'vitest';
import { ADMIN, desk, startServer, stopServers, WALL } from './test-server.ts';

afterEach(stopServers);

const url = '/api/v1/cameras/windows';
const PLAN = {
  unit: '74',
  from: '2024-01-01T08:00:00+07:00',
  to: '2024-01-01T12:00:00+07:00',
  reason: 'Thay nguồn',
};

test('maintenance is planned by who may operate, and written down with its author', async () => {
  const acts: object[] = [];
  const append = async (act: object) => {
    acts.push(act);
    return { ...act, seq: 1 } as never;
  };
  const app = await startServer({ desk: { ...desk, journal: { ...desk.journal, append } } });
  const post = (headers: Record<string, string>, payload: object) =>
    app.inject({ method: 'POST', url, headers, payload });
  expect((await post(WALL, PLAN)).json()).toMatchObject({ code: 'IOC_ACCESS_REFUSED' });
  expect((await post({}, PLAN)).statusCode).toBe(401);
  expect((await post(ADMIN, { ...PLAN, by: 'colour' })).json()).toMatchObject({
    code: 'IOC_HTTP_INVALID',
  });
  expect(acts).toEqual([]);
  const planned = await post(ADMIN, PLAN);
  expect([planned.statusCode, planned.json()]).toEqual([201, { window: 'BT-74' }]);
  expect(acts).toMatchObject([
    { topic: 'camera-window', subject: 'BT-74', kind: 'planned', by: 'admin', body: PLAN },
  ]);
});

test('what is refused is not written down', async () => {
  const app = await startServer();
  const ended = await app.inject({
    method: 'POST',
    url: `${url}/BT-9/deeds`,
    headers: ADMIN,
    payload: { deed: 'end' },
  });
  expect(ended.json()).toMatchObject({ code: 'IOC_DUTY_UNKNOWN' });
});
