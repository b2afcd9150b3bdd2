import { request as httpRequest } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { FINE, INGEST, startServer, stopServers } from './test-server.ts';

afterEach(stopServers);
const NDJSON = { ...INGEST, 'content-type': 'application/x-ndjson' };

describe('push', () => {
  const push = (app: FastifyInstance, payload: string | Buffer, headers: object = NDJSON) =>
    app.inject({ method: 'POST', url: '/api/v1/events', headers: { ...headers }, payload });

  it('hands over the bytes as they came, in a buffer of their own, and answers what became of them', async () => {
    const seen: unknown[] = [];
    const app = await startServer(
      {},
      {
        push: async (body, contentType) => {
          seen.push(new TextDecoder().decode(body), contentType, body.buffer.byteLength);
          return FINE;
        },
      },
    );
    const answer = await push(app, '{"x":"ễ"}');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(FINE);
    expect(seen).toEqual(['{"x":"ễ"}', 'application/x-ndjson', 11]);
    expect(answer.headers['content-security-policy']).toBeUndefined();
  });

  it('takes three content types in UTF-8 and no other', async () => {
    const app = await startServer();
    for (const type of [
      'application/cloudevents+json',
      'application/cloudevents-batch+json; charset=UTF-8',
      'application/x-ndjson',
    ]) {
      expect((await push(app, '[]', { ...NDJSON, 'content-type': type })).statusCode).toBe(200);
    }
    for (const type of ['application/json', 'text/plain', 'application/x-ndjson; charset=utf-16']) {
      const answer = await push(app, '[]', { ...NDJSON, 'content-type': type });
      expect(answer.statusCode).toBe(415);
      expect(answer.json().code).toBe('IOC_HTTP_MEDIA_TYPE');
    }
  });

  it('answers 413 to a body that is too large, announced or not', async () => {
    const app = await startServer();
    const answer = await push(app, 'x'.repeat(10_001));
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'IOC_HTTP_BODY_TOO_LARGE' });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    expect(await pushStream(url, 100_000_000)).toBe(413);
    expect((await push(app, 'x')).statusCode).toBe(200);
  });

  it('answers 503 with Retry-After to what would hold more than the budget, and takes it later', async () => {
    const waiting: (() => void)[] = [];
    const app = await startServer(
      {},
      {
        push: () => new Promise((resolve) => waiting.push(() => resolve(FINE))),
      },
    );
    const first = push(app, 'x'.repeat(9000));
    await expect.poll(() => waiting.length).toBe(1);
    const second = await push(app, 'x'.repeat(9000));
    expect(second.statusCode).toBe(503);
    expect(second.headers['retry-after']).toBe('1');
    expect(second.json().code).toBe('IOC_HTTP_BUSY');
    waiting[0]?.();
    expect((await first).statusCode).toBe(200);
    const third = push(app, 'x'.repeat(9000));
    await expect.poll(() => waiting.length).toBe(2);
    waiting[1]?.();
    expect((await third).statusCode).toBe(200);
  });

  it('answers 429 with Retry-After beyond the rate of a key', async () => {
    const limits = {
      bodyLimitBytes: 100,
      inflightLimitBytes: 1000,
      pushesPerMinute: 2,
      queriesPerMinute: 2,
    };
    const app = await startServer({ limits });
    await push(app, 'x');
    await push(app, 'x');
    const answer = await push(app, 'x');
    expect(answer.statusCode).toBe(429);
    expect(answer.json().code).toBe('IOC_HTTP_TOO_MANY');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('answers 400 with the counts when nothing of the body could be read', async () => {
    const entry = { index: 0, id: '', code: 'IOC_INGEST_JSON', path: '$', message: 'm' };
    const result = { accepted: 0, duplicate: 0, quarantined: [entry] };
    const app = await startServer({}, { push: async () => result });
    const batch = { ...NDJSON, 'content-type': 'application/cloudevents-batch+json' };
    const answer = await push(app, '[', batch);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'IOC_INGEST_JSON', ...result });
    expect((await push(app, '[')).statusCode).toBe(200);
    entry.code = 'IOC_INGEST_TOO_MANY';
    expect((await push(app, '[')).statusCode).toBe(413);
  });

  it('says nothing of what went wrong inside', async () => {
    const app = await startServer(
      {},
      { push: () => Promise.reject(new Error('disk of /srv/secret')) },
    );
    const answer = await push(app, 'x');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(answer.json().code).toBe('IOC_HTTP_FAILED');
  });
});

/** Pushes without saying how much; resolves to the status, which may come before everything is sent. */
function pushStream(url: string, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(
      `${url}/api/v1/events`,
      { method: 'POST', headers: NDJSON },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        sending.destroy();
      },
    );
    sending.on('error', reject);
    const chunk = Buffer.alloc(65_536, 'x');
    let sent = 0;
    const write = () => {
      while (sent < bytes && !sending.destroyed) {
        sent += chunk.length;
        if (!sending.write(chunk)) return void sending.once('drain', write);
      }
    };
    write();
  });
}
