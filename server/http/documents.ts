import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import {
  DOCUMENT_ID,
  DOCUMENT_KINDS,
  type DocumentHead,
  type DocumentKind,
  DocumentSave,
  isDocumentKind,
  type StoredDocument,
} from '../../shared/document/document.ts';
import type { Action, Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import type { DeskRoutesOptions } from './desk-port.ts';
import { allow, principalOf } from './guard.ts';

/** Alarms are the operators' own. */
const SAVE: { readonly [K in DocumentKind]: Action } = {
  chart: 'study',
  board: 'study',
  brief: 'study',
  rules: 'operate',
  report: 'study',
  query: 'study',
};
const BODY_LIMIT_BYTES = 1_048_576;

interface Place {
  readonly Params: { readonly kind: string; readonly id: string };
}

/**
 * Documents with their versions. A document belongs to a unit: whoever does not see that unit is told what they would be told of a
 * document that does not exist.
 */
export const documentRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, options) => {
  const { access, documents, sees } = options;
  app.addHook('onRequest', allow(access, 'read'));

  app.get<{ Params: { kind: string } }>('/api/v1/documents/:kind', async (request) => {
    const heads = await documents.list(kindOf(request.params.kind));
    return heads.filter(({ unit }) => sees(principalOf(request), unit));
  });
  app.get<Place>('/api/v1/documents/:kind/:id', async (request) => {
    const { version }: Record<string, unknown> = Object(request.query);
    return shown(
      options,
      request,
      version === undefined ? undefined : wholeOf('?version', version),
    );
  });
  app.get<Place>('/api/v1/documents/:kind/:id/history', async (request) => {
    const { kind, id } = await shown(options, request);
    const heads = await documents.history(kind, id);
    // It may have belonged to another unit before.
    return heads.filter(({ unit }) => sees(principalOf(request), unit));
  });
  await app.register(savingRoutes, options);
};

const savingRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, options) => {
  const { documents, sees, now } = options;
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .put<Place & { Body: DocumentSave }>(
      '/api/v1/documents/:kind/:id',
      { schema: { body: DocumentSave }, bodyLimit: BODY_LIMIT_BYTES },
      async (request): Promise<DocumentHead> => {
        const { kind, id } = placeOf(request);
        const principal = mustSave(options, request, kind);
        const before = await documents.read(kind, id);
        if (before && !sees(principal, before.unit)) throw missing(request);
        const unit = request.body.unit ?? before?.unit ?? principal.scope[0] ?? '';
        mustSee(options, principal, unit);
        const made = { kind, id, at: now(), by: principal.name, removed: false };
        return documents.save({ ...request.body, ...made, unit });
      },
    );
  app.delete<Place>('/api/v1/documents/:kind/:id', async (request): Promise<DocumentHead> => {
    const { ifVersion }: Record<string, unknown> = Object(request.query);
    const { kind, id } = placeOf(request);
    const { name } = mustSave(options, request, kind);
    const { title, unit } = await shown(options, request);
    const made = { kind, id, at: now(), by: name, title, unit, body: {} };
    return documents.save({ ...made, ifVersion: wholeOf('?ifVersion', ifVersion), removed: true });
  });
};

async function shown(
  { documents, sees }: DeskRoutesOptions,
  request: FastifyRequest<Place>,
  version?: number,
): Promise<StoredDocument> {
  const { kind, id } = placeOf(request);
  const found = await documents.read(kind, id, version);
  if (found && sees(principalOf(request), found.unit)) return found;
  throw missing(request);
}

function kindOf(text: string): DocumentKind {
  if (isDocumentKind(text)) return text;
  const expected = DOCUMENT_KINDS.join(', ');
  throw new IocError('IOC_HTTP_INVALID', { where: 'kind', expected, came: text.slice(0, 40) });
}

function placeOf({ params }: FastifyRequest<Place>): { kind: DocumentKind; id: string } {
  const kind = kindOf(params.kind);
  if (DOCUMENT_ID.test(params.id)) return { kind, id: params.id };
  const expected = 'up to 64 of a–z, 0–9 and -';
  throw new IocError('IOC_HTTP_INVALID', { where: 'id', expected, came: params.id.slice(0, 80) });
}

function missing(request: FastifyRequest): IocError {
  return new IocError('IOC_HTTP_NOT_FOUND', { where: request.url.split('?')[0] ?? '' });
}

function mustSave(
  { access }: DeskRoutesOptions,
  request: FastifyRequest,
  kind: DocumentKind,
): Principal {
  const principal = principalOf(request);
  if (access.may(principal, SAVE[kind])) return principal;
  throw new IocError('IOC_ACCESS_REFUSED', { where: SAVE[kind], came: principal.role });
}

function mustSee({ sees }: DeskRoutesOptions, principal: Principal, unit: string): void {
  if (sees(principal, unit)) return;
  const expected = principal.scope.join(', ') || 'nothing';
  throw new IocError('IOC_ACCESS_UNIT', { expected, came: unit, where: '$.unit' });
}

function wholeOf(where: string, text: unknown): number {
  if (typeof text === 'string' && /^\d{1,9}$/.test(text)) return Number(text);
  const came = (JSON.stringify(text) ?? 'nothing').slice(0, 40);
  throw new IocError('IOC_HTTP_INVALID', { where, expected: 'a version', came });
}
