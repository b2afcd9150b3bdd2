import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it, test } from 'vitest';
import { createAccess } from '../access/access.ts';
import { may } from '../access/principal.ts';
import { ADMIN, desk, INGEST, STRANGER, startServer, stopServers, WALL } from './test-server.ts';

afterEach(stopServers);

describe('every way in is refused by default', () => {
  const ways = [
    ['POST', '/api/v1/events'],
    ['POST', '/api/v1/query'],
    ['POST', '/api/v1/accounts'],
    ...[
      'measures',
      'reports',
      'territory',
      'boards',
      'published',
      'sources',
      'cameras',
      'quality',
      'recent',
      'quarantine',
      'boundaries/districts',
      'accounts',
      'documents/chart',
    ].map((name) => ['GET', `/api/v1/${name}`]),
  ] as [method: 'GET' | 'POST', url: string][];

  it.each(ways)(
    '%s %s without a token, with a wrong one, with one of another role',
    async (method, url) => {
      const app = await startServer();
      const wrongRole = method === 'POST' && url.endsWith('events') ? WALL : INGEST;
      expect((await app.inject({ method, url })).statusCode).toBe(401);
      const wrong = await app.inject({ method, url, headers: STRANGER });
      expect(wrong.statusCode).toBe(401);
      expect(wrong.json()).toMatchObject({ code: 'IOC_ACCESS_NO_TOKEN' });
      const refused = await app.inject({ method, url, headers: wrongRole });
      expect(refused.json()).toMatchObject({ code: 'IOC_ACCESS_REFUSED' });
      expect(refused.statusCode).toBe(403);
    },
  );

  it('a foreign Host header, because a name may resolve to loopback', async () => {
    const app = await startServer();
    const url = '/healthz';
    expect((await app.inject({ url, headers: { host: 'evil.example' } })).statusCode).toBe(421);
    expect((await app.inject({ url, headers: { host: 'localhost:8080' } })).statusCode).toBe(200);
    expect((await app.inject({ url, headers: { host: '[::1]:8080' } })).statusCode).toBe(200);
  });

  it('a place that is not there', async () => {
    const app = await startServer();
    const answer = await app.inject({ url: '/api/v1/nothing?token=secret' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({
      code: 'IOC_HTTP_NOT_FOUND',
      message: 'there is nothing at /api/v1/nothing',
      path: '/api/v1/nothing',
    });
  });
});

describe('questions', () => {
  const ask = (app: FastifyInstance, payload: object | string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/query',
      headers: { ...WALL, 'content-type': 'application/json' },
      payload,
    });
  const query = {
    measures: ['dossier.received'],
    unit: '75',
    period: { from: '2023-01-01', to: '2023-12-31' },
  };

  it('are answered under the principal, refusals with their status', async () => {
    const app = await startServer();
    const answer = await ask(app, query);
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toEqual({ code: 'IOC_ACCESS_UNIT', message: '75' });
  });

  it.each([
    [{ ...query, colour: 'red' }],
    [{ ...query, measures: [] }],
    ['{"measures":'],
    ['{"__proto__":{}}'],
    [''],
  ])('that are none are refused whole, not trimmed: %j', async (payload) => {
    const app = await startServer();
    const answer = await ask(app, payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toBe('IOC_HTTP_INVALID');
  });

  it('wait while the store is being loaded', async () => {
    const app = await startServer({ readiness: () => ({ ready: false, progress: 0.426 }) });
    const answer = await ask(app, query);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.json()).toMatchObject({
      code: 'IOC_HTTP_LOADING',
      message: expect.stringContaining('42 %'),
    });
    const ready = await app.inject({ url: '/readyz' });
    expect([ready.statusCode, ready.json()]).toEqual([503, { ready: false, progress: 0.426 }]);
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);
    expect((await app.inject({ url: '/api/v1/boards', headers: WALL })).statusCode).toBe(200);
  });
});

describe('readings', () => {
  it('cameras are coarse for the wall and exact for the administrator', async () => {
    const app = await startServer();
    const url = '/api/v1/cameras';
    expect((await app.inject({ url, headers: WALL })).json()[0]).toMatchObject({
      lon: 106.739,
      lat: 10.903,
    });
    expect((await app.inject({ url, headers: ADMIN })).json()[0]).toMatchObject({
      lon: 106.73921,
      lat: 10.90284,
    });
  });

  it('what does not change is sent once, and compressed', async () => {
    const app = await startServer();
    const url = '/api/v1/boundaries/districts';
    const first = await app.inject({ url, headers: { ...WALL, 'accept-encoding': 'gzip, br' } });
    expect(first.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': expect.stringContaining('geo+json'),
    });
    const again = await app.inject({
      url,
      headers: { ...WALL, 'if-none-match': String(first.headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(
      (await app.inject({ url: '/api/v1/boundaries/__proto__', headers: WALL })).statusCode,
    ).toBe(404);
  });

  it('the quarantine is paged, for the administrator', async () => {
    const app = await startServer();
    const page = await app.inject({ url: '/api/v1/quarantine?limit=5&before=9', headers: ADMIN });
    expect(page.json()).toMatchObject({ count: 5 });
    expect(
      (await app.inject({ url: '/api/v1/quarantine?limit=0', headers: ADMIN })).statusCode,
    ).toBe(400);
    expect((await app.inject({ url: '/api/v1/quarantine', headers: WALL })).statusCode).toBe(403);
  });

  it('single events are told to the administrator alone', async () => {
    const app = await startServer();
    const url = '/api/v1/recent?feeds=camera&limit=5';
    const told = await app.inject({ url, headers: ADMIN });
    expect(told.json()).toMatchObject([{ kind: 'camera', seq: 5 }]);
    const refused = await app.inject({ url, headers: WALL });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'IOC_ACCESS_REFUSED']);
    const wrong = await app.inject({ url: '/api/v1/recent?limit=1000', headers: ADMIN });
    expect(wrong.json().code).toBe('IOC_HTTP_INVALID');
  });

  it('quality is asked of days of arrival, by all who read', async () => {
    const app = await startServer();
    const ask = (period: string) => app.inject({ url: `/api/v1/quality${period}`, headers: WALL });
    const december = await ask('?from=2023-12-01&to=2023-12-31');
    expect((await ask('?unit=718')).json().asOf).toBe('718');
    expect(december.json().maySeeEvents).toBe(false);
    expect(december.json().period).toEqual({ from: '19692', to: '19722' });
    expect((await ask('')).json().period.from).toBe('undefined');
    for (const wrong of ['?from=2023-12-01', '?from=2023-12-02&to=2023-12-01', '?from=x&to=y']) {
      const refused = await ask(wrong);
      expect([refused.statusCode, refused.json().code]).toEqual([400, 'IOC_HTTP_INVALID']);
    }
  });

  it('revisions are told of units one may see, for an indicator, a unit and two days', async () => {
    const app = await startServer();
    const ask = (rest: string) =>
      app.inject({ url: `/api/v1/revisions?indicator=IIP${rest}`, headers: WALL });
    const days = '&from=2023-01-01&to=2023-12-31';
    expect((await ask(`&unit=74${days}`)).json()).toEqual([]);
    const refused = await ask(`&unit=75${days}`);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'IOC_ACCESS_UNIT']);
    for (const wrong of ['&unit=74', days])
      expect((await ask(wrong)).json().code).toBe('IOC_HTTP_INVALID');
  });

  it('metrics are for this machine and the administrator', async () => {
    const app = await startServer();
    const scrape = await app.inject({ url: '/metrics' });
    expect(scrape.body).toContain('# TYPE ioc_log_seq gauge\nioc_log_seq{a="x\\"y"} 7\n');
    expect(scrape.body).toContain('nodejs_eventloop_lag_p99_seconds');
    const far = { remoteAddress: '10.0.0.9', url: '/metrics' };
    expect((await app.inject(far)).statusCode).toBe(403);
    expect((await app.inject({ ...far, headers: ADMIN })).statusCode).toBe(200);
  });
});

describe('a one-time link', () => {
  it('is exchanged once for a session of the administrator', async () => {
    const tokens = { device: 'd'.repeat(32), ingest: 'i'.repeat(32), admin: undefined };
    const lives = { linkLifeMs: 60_000, sessionLifeMs: 60_000 };
    const accounts = { principalOf: () => undefined, isCurrent: () => true };
    const access = createAccess({ tokens, scope: ['74'], accounts, now: () => 0, ...lives });
    const app = await startServer({ access: { ...access, may } });
    const link = access.issueLink();
    const redeem = (payload: object) =>
      app.inject({ method: 'POST', url: '/api/v1/sessions', payload });
    const session = await redeem({ code: link });
    expect(session.json()).toMatchObject({ role: 'admin', token: expect.any(String) });
    const page = await app.inject({
      url: '/api/v1/quarantine',
      headers: { authorization: `Bearer ${session.json().token}` },
    });
    expect(page.statusCode).toBe(200);
    const again = await redeem({ code: link });
    expect([again.statusCode, again.json().code]).toEqual([410, 'IOC_ACCESS_LINK_USED']);
    expect((await redeem({ code: 'x' })).json().code).toBe('IOC_ACCESS_LINK_UNKNOWN');
    expect((await redeem({})).statusCode).toBe(400);
  });
});

describe('pages', () => {
  it.each(['/wall', '/wall/public-services', '/desk', '/studio'])(
    '%s is the client',
    async (url) => {
      const app = await startServer();
      const page = await app.inject({ url });
      expect(page.body).toContain('<title>wall</title>');
      expect(page.headers['cache-control']).toBe('no-cache');
      const policy = String(page.headers['content-security-policy']);
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/);
    },
  );

  it('assets with a hash in their name are kept for a year, and the root leads to the wall', async () => {
    const app = await startServer();
    const asset = await app.inject({ url: '/assets/main-abc.js' });
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await app.inject({ url: '/' })).headers.location).toBe('/wall');
    expect((await app.inject({ url: '/assets/none.js' })).json().code).toBe('IOC_HTTP_NOT_FOUND');
  });

  it('the API describes itself, in a file and on a page', async () => {
    const app = await startServer();
    const document = (await app.inject({ url: '/api/v1/openapi.json' })).json();
    expect(Object.keys(document.paths)).toContain('/api/v1/events');
    const page = await app.inject({ url: '/docs' });
    expect(page.body).toContain('POST /api/v1/events');
    expect(page.body).toContain('urllib.request');
    expect(page.body.replaceAll('http://127.0.0.1:8080', '')).not.toMatch(/<script|https?:/);
  });
});

test('newest events of units that the asker does not see are not told', async () => {
  const newest = async (changes = {}) => {
    const app = await startServer({ desk: { ...desk, ...changes } });
    return (await app.inject({ url: '/api/v1/recent', headers: ADMIN })).json();
  };
  expect(await newest()).toHaveLength(1);
  expect(await newest({ sees: () => false })).toEqual([]);
});
