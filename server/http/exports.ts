import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { BoardExport, ChartExport, ExportParameters } from '../../shared/export/export-request.ts';
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
}

/** Makes files of what the asker may see; rejects with a coded error. */
export interface Exporter {
  chart(request: ChartExport, how: ExportParameters, who: Principal): Promise<ExportedFile>;
  board(request: BoardExport, how: ExportParameters, who: Principal): Promise<ExportedFile>;
}

export interface ExportRoutesOptions {
  readonly exporter: Exporter;
  readonly access: AccessPort;
  readonly readiness: () => Readiness;
  readonly readsPerMinute: number;
}

const BODY_LIMIT_BYTES = 524_288;

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
    '/api/v1/exports/board',
    { schema: { body: BoardExport, querystring: ExportParameters }, bodyLimit: BODY_LIMIT_BYTES },
    async (request, reply) => {
      const who = principalOf(request);
      return send(reply, await exporter.board(request.body, request.query, who));
    },
  );
};

/** As a download that no page runs: an SVG may hold script, ours does not, and nobody has to trust that. */
function send(reply: FastifyReply, { bytes, contentType, name, hash }: ExportedFile) {
  return reply
    .header('content-type', contentType)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('x-content-hash', `sha256:${hash}`)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
