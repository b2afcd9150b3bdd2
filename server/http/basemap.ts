import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import type { BasemapAnswer, BasemapPlan } from '../../shared/territory/basemap.ts';
import { allow } from './guard.ts';
import type { AccessPort } from './ports.ts';
import { limitRate } from './rates.ts';

/** A PMTiles archive on this machine. */
export interface BasemapFile extends BasemapPlan {
  readonly file: string;
}

export interface BasemapRoutesOptions {
  readonly basemap: BasemapFile | undefined;
  readonly access: AccessPort;
  readonly readsPerMinute: number;
}

/**
 * The base map, if there is one: what it is, and its bytes by range requests (RFC 9110 §14: 206, 416). Tiles are read
 * from the archive by the page itself, so no tile server is needed and no other host is asked.
 */
export const basemapRoutes: FastifyPluginAsync<BasemapRoutesOptions> = async (app, options) => {
  const { basemap, access, readsPerMinute } = options;
  app.addHook('onRequest', allow(access, 'read'));
  await limitRate(app, readsPerMinute, (request) => request.ip);
  app.get('/api/v1/basemap', async (): Promise<BasemapAnswer> => {
    if (!basemap) return { basemap: null };
    const { kind, minZoom, maxZoom, size } = basemap;
    return { basemap: { kind, minZoom, maxZoom, size } };
  });
  if (!basemap) return;
  const root = path.resolve(path.dirname(basemap.file));
  await app.register(fastifyStatic, { root, serve: false, cacheControl: false });
  app.get('/api/v1/basemap/tiles', (_, reply) => {
    reply.header('cache-control', 'private, max-age=3600');
    reply.type('application/vnd.pmtiles');
    return reply.sendFile(path.basename(basemap.file));
  });
};
