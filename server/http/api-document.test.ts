import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { API_DOCUMENT } from './api-document.ts';
import { API_EXAMPLES } from './api-examples.ts';
import { startServer, stopServers } from './test-server.ts';

afterEach(stopServers);

const BASEMAP = { kind: 'vector', minZoom: 0, maxZoom: 1, size: 1, file: 'none.pmtiles' } as const;

/** Every `METHOD /path/{parameter}` that answers with something other than the client's page. */
async function servedRoutes(): Promise<string[]> {
  const found: string[] = [];
  await startServer({ basemap: BASEMAP }, {}, (app) => {
    app.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) found.push(`${each} ${url.replace(/:(\w+)/g, '{$1}')}`);
    });
  });
  return found.filter((route) =>
    /^(?!HEAD|OPTIONS)\w+ \/(api|docs|healthz|readyz|metrics)(\/|$)/.test(route),
  );
}

const documented = Object.entries(API_DOCUMENT.paths).flatMap(([place, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${place}`),
);

test('the document has every route, and nothing else', async () => {
  expect(documented.toSorted()).toEqual([...new Set(await servedRoutes())].toSorted());
});

describe('the document', () => {
  const text = JSON.stringify(API_DOCUMENT);
  const { schemas } = API_DOCUMENT.components;

  test('refers only to schemas that it has, and has none that nothing refers to', () => {
    const named = new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, n]) => n));
    expect([...named].toSorted()).toEqual(Object.keys(schemas).toSorted());
  });

  test('says of every answer in JSON what it looks like', () => {
    const blank = Object.entries(API_DOCUMENT.paths).flatMap(([place, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) => {
        const { responses } = operation as {
          responses: Record<string, { content?: Record<string, { schema?: object }> }>;
        };
        return Object.entries(responses)
          .filter(([, { content = {} }]) => {
            const schema = content['application/json']?.schema;
            return schema !== undefined && Object.keys(schema).length === 0;
          })
          .map(([status]) => `${method} ${place} ${status}`);
      }),
    );
    expect(blank).toEqual([]);
  });

  test('names each parameter of a path', () => {
    for (const [place, methods] of Object.entries(API_DOCUMENT.paths))
      for (const [, name] of place.matchAll(/\{(\w+)\}/g))
        for (const operation of Object.values(methods))
          expect(JSON.stringify(operation), place).toContain(`"name":"${name}","in":"path"`);
  });
});

test('the README shows the examples as the page does', () => {
  const readme = readFileSync(path.resolve('README.md'), 'utf8');
  for (const { language, text } of API_EXAMPLES)
    expect(readme).toContain(`\`\`\`${language}\n${text}\n\`\`\``);
});
