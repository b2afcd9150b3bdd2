import { afterEach, expect, test } from 'vitest';
import { ADMIN, startServer, stopServers, WALL } from './test-server.ts';

afterEach(stopServers);

const CHART = {
  title: 'Tỷ lệ đúng hạn',
  form: 'line',
  query: {
    measures: ['dossier.onTimeRate'],
    unit: '74',
    period: { relative: 'this-year' },
    grain: 'month',
  },
};
const post = async (url: string, payload: object, headers = ADMIN) =>
  (await startServer()).inject({ method: 'POST', url, headers, payload });

test('a chart comes as a download with the hash of its content', async () => {
  const answer = await post('/api/v1/exports/chart?format=csv', { chart: CHART });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-disposition']).toBe('attachment; filename="chart.csv"');
  expect(answer.headers['x-content-hash']).toBe('sha256:h');
  expect(answer.body).toBe('Tỷ lệ đúng hạn');
});

test('files are for who may study, not for a screen', async () => {
  const answer = await post('/api/v1/exports/chart?format=csv', { chart: CHART }, WALL);
  expect(answer.json()).toMatchObject({ code: 'IOC_ACCESS_REFUSED' });
});

test('another format, scale or link than those that are is refused by name', async () => {
  const refused = async (url: string, more: object = {}) =>
    (await post(url, { chart: CHART, ...more })).json();
  expect(await refused('/api/v1/exports/chart?format=gif')).toMatchObject({
    code: 'IOC_HTTP_INVALID',
  });
  expect(await refused('/api/v1/exports/chart?format=png&scale=9')).toMatchObject({
    code: 'IOC_HTTP_INVALID',
  });
  expect(
    await refused('/api/v1/exports/chart?format=png', { link: '//elsewhere.example/x' }),
  ).toMatchObject({ code: 'IOC_HTTP_INVALID' });
});
