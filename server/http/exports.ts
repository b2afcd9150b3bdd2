import type { Readable } from 'node:stream';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import {
  BoardExport,
  BriefExport,
  ChartExport,
  ExportParameters,
  ListExport,
  ListParameters,
  ReportExport,
  ReportParameters,
} from '../../shared/export/export-request.ts';
import type { Principal } from '../access/principal.ts';
import { allow, principalOf, whenReady } from './guard.ts';
import type { AccessPort, Readiness } from './ports.ts';
import { limitRate } from './rates.ts';

/** A finished file. */
export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** ASCII, with its ending. */
  readonly name: string;
  /** SHA-256 of the content the file shows, hex. */
  readonly hash: string;
  /** Where the same file can be had again, if it is kept. */
  readonly location?: string;
}

/** A file that is made while it is sent. */
export interface ExportedList extends Omit<ExportedFile, 'bytes'> {
  readonly content: Readable | Buffer;
  readonly title: string;
  readonly rows: number;
  readonly classMark: string;
}

/** Makes files of what the asker may see; rejects with a coded error. */
export interface Exporter {
  chart(request: ChartExport, how: ExportParameters, who: Principal): Promise<ExportedFile>;
  board(request: BoardExport, how: ExportParameters, who: Principal): Promise<ExportedFile>;
  brief(request: BriefExport, how: ExportParameters, who: Principal): Promise<ExportedFile>;
  /** An edition that was kept, as a file once more. */
  edition(
    asked: ExportParameters & { readonly id: string; readonly version: number },
    who: Principal,
  ): Promise<ExportedFile>;
  report(request: ReportExport, how: ReportParameters, who: Principal): Promise<ExportedFile>;
  list(request: ListExport, how: ListParameters, who: Principal): Promise<ExportedList>;
}

export interface ExportRoutesOptions {
  readonly exporter: Exporter;
  readonly access: AccessPort;
  readonly readiness: () => Readiness;
  readonly readsPerMinute: number;
}

const BODY_LIMIT_BYTES = 524_288;

const EditionPlace = Type.Object({
  id: Type.String({ maxLength: 80 }),
  version: Type.Integer({ minimum: 1 }),
});

/** Charts and boards as files, for who may study; every one is written down. */
export const exportRoutes: FastifyPluginAsync<ExportRoutesOptions> = async (app, options) => {
  const { exporter } = options;
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.addHook('onRequest', allow(options.access, 'study'));
  await limitRate(app, options.readsPerMinute, (request) => request.ip);
  app.addHook('onRequest', whenReady(options.readiness));
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  routes.post(
    '/api/v1/exports/chart',
    { schema: { body: ChartExport, querystring: ExportParameters }, bodyLimit: BODY_LIMIT_BYTES },
    async (request, reply) => {
      const who = principalOf(request);
      return send(reply, await exporter.chart(request.body, request.query, who));
    },
  );
  routes.post(
    '/api/v1/exports/brief',
    { schema: { body: BriefExport, querystring: ExportParameters }, bodyLimit: BODY_LIMIT_BYTES },
    async (request, reply) => {
      const who = principalOf(request);
      return send(reply, await exporter.brief(request.body, request.query, who));
    },
  );
  routes.get(
    '/api/v1/exports/brief/:id/:version',
    { schema: { params: EditionPlace, querystring: ExportParameters } },
    async (request, reply) => {
      const asked = { ...request.params, ...request.query };
      return send(reply, await exporter.edition(asked, principalOf(request)));
    },
  );
  routes.post(
    '/api/v1/exports/report',
    { schema: { body: ReportExport, querystring: ReportParameters } },
    async (request, reply) => {
      const who = principalOf(request);
      return send(reply, await exporter.report(request.body, request.query, who));
    },
  );
  routes.post(
    '/api/v1/exports/board',
    { schema: { body: BoardExport, querystring: ExportParameters }, bodyLimit: BODY_LIMIT_BYTES },
    async (request, reply) => {
      const who = principalOf(request);
      return send(reply, await exporter.board(request.body, request.query, who));
    },
  );
};

/** Lists of single dossiers as files, for who may see such lists. */
export const listExportRoutes: FastifyPluginAsync<ExportRoutesOptions> = async (app, options) => {
  const { exporter } = options;
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.addHook('onRequest', allow(options.access, 'records'));
  await limitRate(app, options.readsPerMinute, (request) => request.ip);
  app.addHook('onRequest', whenReady(options.readiness));
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post(
      '/api/v1/exports/list',
      { schema: { body: ListExport, querystring: ListParameters }, bodyLimit: BODY_LIMIT_BYTES },
      async (request, reply) => {
        const file = await exporter.list(request.body, request.query, principalOf(request));
        return headed(reply, file).send(file.content);
      },
    );
};

/** As a download that no page runs: an SVG may hold script, ours does not, and nobody has to trust that. */
function headed(reply: FastifyReply, file: Omit<ExportedFile, 'bytes'>): FastifyReply {
  const { contentType, name, hash, location } = file;
  if (location !== undefined) reply.header('content-location', location);
  return reply
    .header('content-type', contentType)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('x-content-hash', `sha256:${hash}`);
}

function send(reply: FastifyReply, file: ExportedFile): FastifyReply {
  const { bytes } = file;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return headed(reply, file).send(content);
}
