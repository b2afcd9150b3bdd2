import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { Compile } from 'typebox/schema';
import type { WallServer } from './wall-server.ts';
import { test } from './wall-test.ts';

const run = promisify(execFile);

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
}
interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const YEAR = { from: '2023-01-01', to: '2023-12-31' };
const QUERY = { measures: ['dossier.received'], unit: '74', by: ['unit'], period: YEAR };

/** Values of path parameters, and what follows the path; a path that is not here is asked as it stands. */
const ASKED: Readonly<Record<string, string>> = {
  '/api/v1/boundaries/{name}': '/api/v1/boundaries/districts',
  '/api/v1/quality': '/api/v1/quality?from=2023-12-01&to=2023-12-31&unit=718',
  '/api/v1/revisions':
    '/api/v1/revisions?indicator=GRDP_GROWTH&unit=74&from=2022-01-01&to=2023-12-31',
  '/api/v1/recent': '/api/v1/recent?feeds=dossier&limit=3',
  '/api/v1/quarantine': '/api/v1/quarantine?limit=3',
  '/api/v1/radar': '/api/v1/radar?unit=74&by=field',
  '/api/v1/cameras/ladder': '/api/v1/cameras/ladder?unit=74&by=owner',
  '/api/v1/cameras/windows': '/api/v1/cameras/windows?unit=74',
  '/api/v1/search': '/api/v1/search?q=thu%20dau&limit=3',
  '/api/v1/documents/{kind}': '/api/v1/documents/chart',
  '/api/v1/documents/{kind}/{id}': '/api/v1/documents/chart/api-e2e',
  '/api/v1/documents/{kind}/{id}/history': '/api/v1/documents/chart/api-e2e/history',
  '/api/v1/shifts/{unit}': '/api/v1/shifts/74',
};
/** Bodies that are taken, by method and path; they leave nothing that other tests would see. */
const SENT: Readonly<Record<string, unknown>> = {
  'post /api/v1/query': QUERY,
  'post /api/v1/records': { kind: 'dossier', unit: '718', filter: { state: 'open' }, limit: 3 },
  'put /api/v1/documents/{kind}/{id}': {
    ifVersion: 0,
    title: 'API',
    body: { title: 'API', form: 'table', query: QUERY },
  },
};
/** Reads that this server has nothing for: no base map was given to it. */
const NOT_HERE = ['/api/v1/basemap/tiles'];

const documentOf = async ({ url }: WallServer) =>
  (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as ApiDocument;

const bearer = ({ adminToken }: WallServer) => ({ authorization: `Bearer ${adminToken}` });

/** What is wrong with a value, by a schema that may refer to those of the document. */
function faultsOf({ components }: ApiDocument, schema: object, value: unknown): string[] {
  const inside = JSON.stringify({ ...schema, $defs: components.schemas });
  const compiled = Compile(JSON.parse(inside.replaceAll('#/components/schemas/', '#/$defs/')));
  if (compiled.Check(value)) return [];
  const [, errors] = compiled.Errors(value);
  return errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

async function faultsOfAnswer(document: ApiDocument, operation: Operation, answer: Response) {
  const told = operation.responses[answer.status];
  if (!told) return [`status ${answer.status} is not in the document`];
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const { schema } = told.content?.[type] ?? {};
  if (told.content && !(type in told.content))
    return [`content type ${type} is not in the document`];
  return schema ? faultsOf(document, schema, await answer.json()) : [];
}

const placeOf = (path: string) => ASKED[path] ?? path.replace(/\{\w+\}/g, 'none');

test('what is sent is what the document says, and what is not is refused as it says', async ({
  wall: server,
}) => {
  const document = await documentOf(server);
  for (const [path, methods] of Object.entries(document.paths))
    for (const method of ['post', 'put']) {
      const operation = methods[method];
      const schema = operation?.requestBody?.content['application/json']?.schema;
      if (!operation || !schema) continue;
      const name = `${method} ${path}`;
      const send = (body: unknown) =>
        fetch(`${server.url}${placeOf(path)}`, {
          method: method.toUpperCase(),
          headers: { ...bearer(server), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const nonsense = { nobody: 'knows this' };
      const refused = await send(nonsense);
      expect(refused.status, name).toBeGreaterThanOrEqual(400);
      expect(refused.status, name).toBeLessThan(500);
      expect(await faultsOfAnswer(document, operation, refused), name).toEqual([]);
      if (!(name in SENT)) continue;
      expect(faultsOf(document, schema, SENT[name]), name).toEqual([]);
      expect(faultsOf(document, schema, nonsense), name).not.toEqual([]);
      const taken = await send(SENT[name]);
      expect(taken.ok, name).toBe(true);
      expect(await faultsOfAnswer(document, operation, taken), name).toEqual([]);
    }
});

test('every read answers as the document says', async ({ wall: server }) => {
  const document = await documentOf(server);
  const unanswered: string[] = [];
  for (const [path, { get }] of Object.entries(document.paths)) {
    if (!get) continue;
    const place = placeOf(path);
    const answer = await fetch(`${server.url}${place}`, { headers: bearer(server) });
    expect(await faultsOfAnswer(document, get, answer), `${place} ${answer.status}`).toEqual([]);
    if (!answer.ok && (!path.includes('{') || path in ASKED)) unanswered.push(path);
  }
  expect(unanswered).toEqual(NOT_HERE);
  const path = '/api/v1/documents/{kind}/{id}';
  const taken = await fetch(`${server.url}${placeOf(path)}?ifVersion=1`, {
    method: 'DELETE',
    headers: bearer(server),
  });
  const operation = document.paths[path]?.delete;
  expect(taken.ok).toBe(true);
  expect(operation && (await faultsOfAnswer(document, operation, taken))).toEqual([]);
});

test('single dossiers are found as the list tells them', async ({ wall: server }) => {
  const document = await documentOf(server);
  const list = await fetch(`${server.url}/api/v1/records`, {
    method: 'POST',
    headers: { ...bearer(server), 'content-type': 'application/json' },
    body: JSON.stringify(SENT['post /api/v1/records']),
  });
  const { rows } = (await list.json()) as { rows: { agency: string; code: string }[] };
  const [first] = rows;
  const path = '/api/v1/records/dossier/{agency}/{code}';
  const operation = document.paths[path]?.get;
  const answer = await fetch(
    `${server.url}/api/v1/records/dossier/${first?.agency}/${encodeURIComponent(first?.code ?? '')}`,
    { headers: bearer(server) },
  );
  expect(answer.ok).toBe(true);
  expect(operation && (await faultsOfAnswer(document, operation, answer))).toEqual([]);
});

test('a pushed event is what the document says', async ({ wall: server }) => {
  const document = await documentOf(server);
  const event = {
    specversion: '1.0',
    id: 'api-1',
    source: 'nobody',
    type: 'ioc.dossier.v1',
    time: 'no time',
    data: {},
  };
  const answer = await fetch(`${server.url}/api/v1/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${server.ingestKey}`,
      'content-type': 'application/cloudevents+json',
    },
    body: JSON.stringify(event),
  });
  const post = document.paths['/api/v1/events']?.post;
  expect(post && (await faultsOfAnswer(document, post, answer))).toEqual([]);
});

test.describe('the documented examples', () => {
  /** As the page shows them. */
  async function exampleOf({ url }: WallServer, title: string): Promise<string> {
    const page = await (await fetch(`${url}/docs`)).text();
    const text = page.split(`<h3>${title}</h3><pre><code>`)[1]?.split('</code>')[0] ?? '';
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  }
  /** Works with the token of a reader, for as long as it takes. */
  async function asReader(
    server: WallServer,
    work: (token: string) => Promise<void>,
  ): Promise<void> {
    const headers = { ...bearer(server), 'content-type': 'application/json' };
    const opened = await fetch(`${server.url}/api/v1/accounts`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: `Đọc số liệu ${Date.now()}`, role: 'reader' }),
    });
    expect(opened.status).toBe(201);
    const { account, token } = (await opened.json()) as { account: { id: string }; token: string };
    await work(token);
    const revoked = await fetch(`${server.url}/api/v1/accounts/${account.id}`, {
      method: 'DELETE',
      headers: bearer(server),
    });
    expect(revoked.ok).toBe(true);
    const after = await fetch(`${server.url}/api/v1/measures`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(after.status, 'a revoked token').toBe(401);
  }
  const isThere = (program: string) =>
    run(program, ['--version']).then(
      () => true,
      () => false,
    );
  /** Nine districts, twelve months, all dossiers of the year that districts took. */
  const rowsOf = (text: string) =>
    (JSON.parse(text) as { rows: { values: Record<string, { value: number | null }> }[] }).rows;
  const sum = (rows: ReturnType<typeof rowsOf>) =>
    rows.reduce((total, { values }) => total + (values['dossier.received']?.value ?? 0), 0);

  test('curl and Python find the same, with the token of a reader', async ({ wall: server }) => {
    const missing = [];
    for (const program of ['curl', 'python3']) if (!(await isThere(program))) missing.push(program);
    test.skip(missing.length > 0, `not on this machine: ${missing.join(', ')}`);
    await asReader(server, async (token) => {
      const env = { ...process.env, IOC_URL: server.url, IOC_TOKEN: token };
      const { stdout } = await run('sh', ['-c', await exampleOf(server, 'curl')], { env });
      const python = ['-c', await exampleOf(server, 'Python')];
      const { stdout: table } = await run('python3', python, { env });
      const rows = rowsOf(stdout);
      expect(rows.length).toBeGreaterThanOrEqual(9 * 12);
      const lines = table.trim().split(/\r?\n/);
      expect(lines[0]).toBe('period,unit,received,onTime,resolved,onTimeRate');
      expect(lines).toHaveLength(rows.length + 1);
      const received = lines.slice(1).map((line) => Number(line.split(',')[2]));
      expect(received.reduce((total, each) => total + each, 0)).toBe(sum(rows));
      expect(sum(rows)).toBeGreaterThan(100_000);
    });
  });

  test('the question of the Power Query is one that the server answers alike', async ({
    wall: server,
  }) => {
    const text = await exampleOf(server, 'Excel (Power Query)');
    // A record of M is an object of JSON in other brackets; Excel itself is not here.
    const record = text.split('Question = ')[1]?.split(',\n    Answer')[0] ?? '';
    const json = record
      .replace(/[{}[\]]/g, (bracket) => ({ '{': '[', '}': ']', '[': '{', ']': '}' })[bracket] ?? '')
      .replace(/(\w+) = /g, '"$1": ');
    await asReader(server, async (token) => {
      const answer = await fetch(`${server.url}/api/v1/query`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: json,
      });
      expect(answer.status).toBe(200);
      expect(sum(rowsOf(await answer.text()))).toBeGreaterThan(100_000);
    });
  });
});
