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
};
/** Bodies that are taken. */
const SENT: Readonly<Record<string, unknown>> = { '/api/v1/query': QUERY };
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

test('every read answers as the document says', async ({ wall: server }) => {
  const document = await documentOf(server);
  const unanswered: string[] = [];
  for (const [place, { get }] of Object.entries(document.paths)) {
    if (!get) continue;
    const path = ASKED[place] ?? place.replace(/\{\w+\}/g, 'none');
    const answer = await fetch(`${server.url}${path}`, { headers: bearer(server) });
    expect(await faultsOfAnswer(document, get, answer), `${path} ${answer.status}`).toEqual([]);
    if (!answer.ok && !place.includes('{')) unanswered.push(place);
  }
  expect(unanswered).toEqual(NOT_HERE);
});

test('what is sent is what the document says, and what is not is refused as it says', async ({
  wall: server,
}) => {
  const document = await documentOf(server);
  for (const [place, methods] of Object.entries(document.paths)) {
    const { post } = methods;
    const schema = post?.requestBody?.content['application/json']?.schema;
    if (!post || !schema) continue;
    const send = (body: unknown) =>
      fetch(`${server.url}${place}`, {
        method: 'POST',
        headers: { ...bearer(server), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const nonsense = { nobody: 'knows this' };
    const refused = await send(nonsense);
    expect(refused.status, place).toBeGreaterThanOrEqual(400);
    expect(await faultsOfAnswer(document, post, refused), place).toEqual([]);
    if (!(place in SENT)) continue;
    expect(faultsOf(document, schema, SENT[place]), place).toEqual([]);
    expect(faultsOf(document, schema, nonsense), place).not.toEqual([]);
    const taken = await send(SENT[place]);
    expect(taken.ok, place).toBe(true);
    expect(await faultsOfAnswer(document, post, taken), place).toEqual([]);
  }
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
  const envOf = ({ url, deviceToken }: WallServer) => ({
    ...process.env,
    IOC_URL: url,
    IOC_TOKEN: deviceToken,
  });
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

  test('curl and Python find the same', async ({ wall: server }) => {
    const env = envOf(server);
    const missing = [];
    for (const program of ['curl', 'python3']) if (!(await isThere(program))) missing.push(program);
    test.skip(missing.length > 0, `not on this machine: ${missing.join(', ')}`);
    const { stdout } = await run('sh', ['-c', await exampleOf(server, 'curl')], { env });
    const { stdout: table } = await run('python3', ['-c', await exampleOf(server, 'Python')], {
      env,
    });
    const rows = rowsOf(stdout);
    expect(rows.length).toBeGreaterThanOrEqual(9 * 12);
    const lines = table.trim().split(/\r?\n/);
    expect(lines[0]).toBe('period,unit,received,onTime,resolved,onTimeRate');
    expect(lines).toHaveLength(rows.length + 1);
    const received = lines.slice(1).map((line) => Number(line.split(',')[2]));
    expect(received.reduce((total, each) => total + each, 0)).toBe(sum(rows));
    expect(sum(rows)).toBeGreaterThan(100_000);
  });

  test('the question of the Power Query is one that the server answers alike', async ({
    server,
  }) => {
    const text = await exampleOf(server, 'Excel (Power Query)');
    // A record of M is an object of JSON in other brackets; Excel itself is not here.
    const record = text.split('Question = ')[1]?.split(',\n    Answer')[0] ?? '';
    const json = record
      .replace(/[{}[\]]/g, (bracket) => ({ '{': '[', '}': ']', '[': '{', ']': '}' })[bracket] ?? '')
      .replace(/(\w+) = /g, '"$1": ');
    const answer = await fetch(`${server.url}/api/v1/query`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${server.deviceToken}`,
        'content-type': 'application/json',
      },
      body: json,
    });
    expect(answer.status).toBe(200);
    expect(sum(rowsOf(await answer.text()))).toBeGreaterThan(100_000);
  });
});
