import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { pushOverHttp } from './push-http.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Answers one after the other with these; the last one stays. */
async function serve(answers: readonly (readonly [status: number, body: object])[]) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const [status, body] = answers[Math.min(seen.length, answers.length - 1)] ?? [500, {}];
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    request.resume();
    response.writeHead(status, { 'retry-after': '3' }).end(JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pauses: number[] = [];
  const push = pushOverHttp({
    url: `http://127.0.0.1:${port}`,
    key: 'k',
    wait: async (ms) => void pauses.push(ms),
  });
  return { seen, pauses, push: () => push.push(new Uint8Array([123]), 'application/x-ndjson') };
}
const counts = { accepted: 1, duplicate: 0, quarantined: [] };

describe('a push over HTTP', () => {
  it('waits as long as it is told and pushes the same again while the server is busy or loading', async () => {
    const { push, pauses, seen } = await serve([
      [503, {}],
      [429, {}],
      [200, counts],
    ]);
    expect(await push()).toEqual(counts);
    expect(pauses).toEqual([3000, 3000]);
    expect(seen).toEqual(Array(3).fill('POST /api/v1/events Bearer k'));
  });

  it('stops at a refusal that would stay one', async () => {
    const { push, seen } = await serve([[403, { code: 'IOC_ACCESS_REFUSED' }]]);
    await expect(push()).rejects.toThrow('came 403 {"code":"IOC_ACCESS_REFUSED"}');
    expect(seen).toHaveLength(1);
  });

  it('gives up after a while without a server', async () => {
    const port = pushOverHttp({ url: 'http://127.0.0.1:9', key: 'k', wait: async () => undefined });
    const pushing = port.push(new Uint8Array(), 'application/x-ndjson');
    await expect(pushing).rejects.toThrow('expected a running server');
  });

  it('does not believe an answer without counts', async () => {
    const { push } = await serve([[200, {}]]);
    await expect(push()).rejects.toThrow('expected counts');
  });
});
