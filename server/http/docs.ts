import helmet from '@fastify/helmet';
import type { FastifyPluginAsync } from 'fastify';
import { API_DOCUMENT } from './api-document.ts';
import { API_EXAMPLES } from './api-examples.ts';
import { keepJson } from './kept-json.ts';
import { securityHeaders } from './pages.ts';

/** `/api/v1/openapi.json`, and `/docs`: the same as a page, without a script and without another host. */
export const docRoutes: FastifyPluginAsync = async (app) => {
  await app.register(helmet, securityHeaders());
  app.get('/api/v1/openapi.json', keepJson(API_DOCUMENT));
  const page = renderPage();
  app.get('/docs', async (_, reply) => reply.type('text/html; charset=utf-8').send(page));
};

interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

function renderPage(): string {
  const operations = Object.entries(API_DOCUMENT.paths).flatMap(([path, methods]) =>
    Object.entries<Operation>(methods).map(([method, operation]) =>
      renderOperation(method, path, operation),
    ),
  );
  const schemas = Object.entries(API_DOCUMENT.components.schemas).map(
    ([name, schema]) =>
      `<details id="${name}"><summary>${name}</summary><pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`,
  );
  const examples = API_EXAMPLES.map(
    ({ title, text }) => `<h3>${title}</h3><pre><code>${escapeHtml(text)}</code></pre>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>IOC API</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style>
<h1>IOC API</h1><p>Authorization: Bearer &lt;token&gt;. Machine-readable: <a href="/api/v1/openapi.json">openapi.json</a></p>
<h2>Examples</h2><p>IOC_URL is the server, IOC_TOKEN the token of an account with the role reader.</p>${examples.join('')}
${operations.join('\n')}<h2>Schemas</h2>${schemas.join('\n')}</html>`;
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'code,pre{font-family:ui-monospace,monospace}pre{overflow:auto;background:#f4f4f2;padding:1rem}' +
  'h2{margin-top:2rem}summary{cursor:pointer}dt{float:left;width:3rem}';

function renderOperation(method: string, path: string, operation: Operation): string {
  const answers = Object.entries(operation.responses).map(
    ([status, { description }]) => `<dt>${status}</dt><dd>${escapeHtml(description)}</dd>`,
  );
  return `<h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(operation.summary)}. ${escapeHtml(operation.description ?? '')}</p><dl>${answers.join('')}</dl>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
