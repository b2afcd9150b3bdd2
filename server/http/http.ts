import type { FastifyInstance } from 'fastify';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import { type BasemapFile, basemapRoutes } from './basemap.ts';
import { coreRoutes, packRoutes } from './catalogue.ts';
import { deskRoutes } from './desk.ts';
import type { DeskPort } from './desk-port.ts';
import { docRoutes } from './docs.ts';
import { eventRoutes } from './events.ts';
import { type Exporter, exportRoutes, listExportRoutes } from './exports.ts';
import { answerFailures } from './failures.ts';
import { checkHost, decorateRequests } from './guard.ts';
import { healthRoutes } from './health.ts';
import { type ListMailPort, listMailRoutes } from './list-mail.ts';
import { createMetrics, metricRoutes } from './metrics.ts';
import { pageRoutes } from './pages.ts';
import type {
  AccessPort,
  CorePort,
  Figure,
  PackPort,
  PushPort,
  QueryPort,
  Readiness,
} from './ports.ts';
import { queryRoutes } from './query.ts';
import { type RecordsPort, recordRoutes } from './records.ts';
import { sessionRoutes } from './sessions.ts';
import { type WallBoardRoutesOptions, wallBoardRoutes } from './wall-boards.ts';
import { type WindowsPort, windowRoutes } from './windows.ts';

export interface HttpLimits {
  readonly bodyLimitBytes: number;
  readonly inflightLimitBytes: number;
  readonly pushesPerMinute: number;
  readonly queriesPerMinute: number;
}

export interface HttpOptions {
  readonly access: AccessPort;
  readonly core: PushPort &
    QueryPort &
    CorePort &
    RecordsPort &
    WindowsPort & { figures(): Promise<readonly Figure[]> };
  readonly exporter: Exporter;
  readonly listMail: ListMailPort;
  readonly readiness: () => Readiness;
  /** By the server's clock. */
  readonly today: () => LocalDay;
  readonly pack: PackPort;
  readonly desk: DeskPort;
  readonly walls: WallBoardRoutesOptions['walls'];
  readonly clientDirectory: string;
  /** Undefined: none. */
  readonly basemap: BasemapFile | undefined;
  /** Address listened on, and other names it is reached by. */
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly limits: HttpLimits;
}

/**
 * All routes on one Fastify instance, each group in a scope of its own: what pages need (security headers, metrics)
 * costs a push nothing.
 */
export async function registerHttp(app: FastifyInstance, options: HttpOptions): Promise<void> {
  const { access, core, readiness, pack, limits } = options;
  const readsPerMinute = limits.queriesPerMinute;
  const metrics = createMetrics();
  answerFailures(app);
  decorateRequests(app);
  checkHost(app, options);
  await app.register(eventRoutes, { ...limits, ...pushOf(core), access, readiness, metrics });
  await app.register(queryRoutes, {
    query: (query, principal) => core.query(query, principal),
    access,
    readiness,
    queriesPerMinute: limits.queriesPerMinute,
  });
  await app.register(packRoutes, { ...pack, access, readsPerMinute, today: options.today });
  const { boards } = pack;
  await app.register(wallBoardRoutes, { walls: options.walls, boards, access, readsPerMinute });
  await app.register(coreRoutes, {
    sees: options.desk.sees,
    ...readingOf(core),
    access,
    readiness,
    readsPerMinute,
  });
  await app.register(recordRoutes, { core, access, readiness, readsPerMinute });
  const { journal, now } = options.desk;
  const reading = { core, access, readiness, readsPerMinute };
  await app.register(windowRoutes, { ...reading, journal, now });
  const exporting = { exporter: options.exporter, access, readiness, readsPerMinute };
  await app.register(exportRoutes, exporting);
  await app.register(listExportRoutes, exporting);
  const { listMail } = options;
  await app.register(listMailRoutes, { listMail, access, readiness, readsPerMinute });
  await app.register(basemapRoutes, { basemap: options.basemap, access, readsPerMinute });
  await app.register(deskRoutes, { ...options.desk, access, readsPerMinute });
  await app.register(sessionRoutes, { access });
  await app.register(healthRoutes, { readiness });
  await app.register(metricRoutes, {
    access,
    registry: metrics.registry,
    figures: () => core.figures(),
  });
  await app.register(docRoutes);
  await app.register(pageRoutes, { clientDirectory: options.clientDirectory });
}

function pushOf(core: PushPort): PushPort {
  return { push: (body, contentType) => core.push(body, contentType) };
}

function readingOf(core: CorePort): CorePort {
  return {
    sources: (principal) => core.sources(principal),
    cameras: (principal) => core.cameras(principal),
    quality: (...args) => core.quality(...args),
    recent: (...args) => core.recent(...args),
    revisions: (...args) => core.revisions(...args),
    quarantine: (page) => core.quarantine(page),
  };
}
