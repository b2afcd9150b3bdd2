import { afterEach, expect, test } from 'vitest';
import { ADMIN, startServer, stopServers, WALL } from './test-server.ts';

afterEach(stopServers);

const url = '/api/v1/exports/list/mail';
const payload = {
  list: { kind: 'dossier', unit: '74' },
  format: 'csv',
  emails: ['truc@ioc.test'],
};

test('a list is queued for who may see lists, and for no screen', async () => {
  const app = await startServer();
  const sent = await app.inject({ method: 'POST', url, headers: ADMIN, payload });
  expect([sent.statusCode, sent.json()]).toEqual([
    202,
    { addresses: 1, rows: 0, file: 'http://localhost:80', bytes: 0, hash: '74' },
  ]);
  const refused = await app.inject({ method: 'POST', url, headers: WALL, payload });
  expect(refused.json()).toMatchObject({ code: 'IOC_ACCESS_REFUSED' });
});

test('what is no single address, or more than a mail takes, is refused', async () => {
  const wrong = ['', 'truc', 'a@b@c', 'a@b, c@d', 'Trực <a@b>', 'a@b\r\nBcc: c@d'];
  const many = Array.from({ length: 11 }, (_, n) => `a${n}@b`);
  for (const emails of [[], many, ['a@b', 'a@b'], ...wrong.map((each) => [each])]) {
    const app = await startServer();
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: ADMIN,
      payload: { ...payload, emails },
    });
    expect(answer.json().code, JSON.stringify(emails)).toBe('IOC_HTTP_INVALID');
  }
});

test('an account mails a few lists a minute and no more', async () => {
  const app = await startServer();
  const send = () => app.inject({ method: 'POST', url, headers: ADMIN, payload });
  const statuses: number[] = [];
  for (let n = 0; n < 7; n++) statuses.push((await send()).statusCode);
  expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 429]);
});
