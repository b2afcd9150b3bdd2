import type { FastifyPluginAsync, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { REPORT_FORMS } from '../../shared/measure/report-forms.ts';
import type { QualityReport } from '../../shared/query/quality.ts';
import { type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { Principal } from '../access/principal.ts';
import type { Sees } from '../access/sight.ts';
import { IocError } from '../errors.ts';
import { allow, principalOf, whenReady } from './guard.ts';
import { keepJson } from './kept-json.ts';
import { packInScope, targetsInScope } from './pack-scope.ts';
import type {
  AccessPort,
  CameraPlace,
  CorePort,
  PackPort,
  Readiness,
  RevisionsAsked,
} from './ports.ts';
import { limitRate } from './rates.ts';

export interface PackRoutesOptions extends PackPort {
  /** The server's day: borders change. */
  readonly today: () => LocalDay;
  readonly access: AccessPort;
  readonly readsPerMinute: number;
}

/** What the pack says, as it says it: measures, territory, published figures, boundaries. */
export const packRoutes: FastifyPluginAsync<PackRoutesOptions> = async (app, options) => {
  app.addHook('onRequest', allow(options.access, 'read'));
  await limitRate(app, options.readsPerMinute, (request) => request.ip);
  app.get('/api/v1/measures', keepJson(options.measures));
  app.get('/api/v1/reports', keepJson(REPORT_FORMS));
  const { pack, targets, today } = options;
  app.get(
    '/api/v1/territory',
    keptByScope(today, ({ scope }, day) => packInScope(pack, scope, day)),
  );
  app.get(
    '/api/v1/targets',
    keptByScope(today, ({ scope }, day) => targetsInScope(targets, pack, scope, day)),
  );
  app.get('/api/v1/calendar', keepJson(options.calendar));
  app.get('/api/v1/published', keepJson(options.published));

  app.get('/api/v1/boundaries', keepJson(options.layers));
  const boundaries = new Map(
    Object.entries(options.boundaries).map(([name, geojson]) => [
      name,
      keepJson(geojson, 'application/geo+json; charset=utf-8'),
    ]),
  );
  app.get<{ Params: { name: string } }>('/api/v1/boundaries/:name', (request, reply) => {
    const send = boundaries.get(request.params.name);
    if (!send) throw new IocError('IOC_HTTP_NOT_FOUND', { where: request.url.slice(0, 200) });
    return send(request, reply);
  });
};

/** One kept body for each scope, of which accounts have few, until the day is over: borders change. */
function keptByScope(
  today: () => LocalDay,
  valueFor: (principal: Principal, day: LocalDay) => unknown,
): RouteHandlerMethod {
  let keptOn: LocalDay | undefined;
  let kept = new Map<string, ReturnType<typeof keepJson>>();
  return (request, reply) => {
    const principal = principalOf(request);
    const day = today();
    if (day !== keptOn) kept = new Map();
    keptOn = day;
    const key = principal.scope.toSorted().join();
    const send = kept.get(key) ?? keepJson(valueFor(principal, day));
    kept.set(key, send);
    return send(request, reply);
  };
}

export interface CoreRoutesOptions extends CorePort {
  readonly access: AccessPort;
  readonly sees: Sees;
  readonly readiness: () => Readiness;
  readonly readsPerMinute: number;
}

/** What the core knows now: sources, cameras on the map, and, for the administrator, the quarantine. */
export const coreRoutes: FastifyPluginAsync<CoreRoutesOptions> = async (app, options) => {
  const { access } = options;
  await limitRate(app, options.readsPerMinute, (request) => request.ip);
  app.addHook('onSend', async (_, reply) => {
    reply.header('cache-control', 'no-store');
  });
  const ready = whenReady(options.readiness);
  const reading = { onRequest: [allow(access, 'read'), ready] };

  app.get('/api/v1/sources', reading, (request) => options.sources(principalOf(request)));
  app.get('/api/v1/cameras', reading, async (request) => {
    const principal = principalOf(request);
    const cameras = await options.cameras(principal);
    return access.may(principal, 'positions') ? cameras : cameras.map(coarsen);
  });
  app.get('/api/v1/quality', reading, async (request): Promise<QualityReport> => {
    const principal = principalOf(request);
    const { unit }: Record<string, unknown> = Object(request.query);
    const asked = typeof unit === 'string' ? unit : undefined;
    const report = await options.quality(principal, periodOf(request), asked);
    return { ...report, maySeeEvents: access.may(principal, 'events') };
  });
  app.get('/api/v1/revisions', reading, async (request, reply) => {
    const told = await options.revisions(principalOf(request), revisionsOf(request));
    return 'refused' in told ? reply.code(403).send(told.refused) : told;
  });
  app.get('/api/v1/recent', { onRequest: [allow(access, 'events'), ready] }, async (request) => {
    const { feeds = 'dossier', limit = '10' }: Record<string, unknown> = Object(request.query);
    const list = await options.recent(String(feeds), wholeOf('limit', limit, 100));
    return list.filter(({ unit }) => options.sees(principalOf(request), unit));
  });
  app.get(
    '/api/v1/quarantine',
    { onRequest: [allow(access, 'quarantine'), ready] },
    async (request) => options.quarantine(pageOf(request)),
  );
};

/** Three decimals: some hundred metres. */
function coarsen(camera: CameraPlace): CameraPlace {
  const { lon, lat } = camera;
  if (lon === undefined || lat === undefined) return camera;
  return { ...camera, lon: Math.round(lon * 1000) / 1000, lat: Math.round(lat * 1000) / 1000 };
}

function revisionsOf(request: FastifyRequest): RevisionsAsked {
  const { indicator = '', unit = '' }: Record<string, unknown> = Object(request.query);
  const span = periodOf(request);
  if (span && indicator !== '' && unit !== '')
    return { indicator: String(indicator), unit: String(unit), span };
  throw new IocError('IOC_HTTP_INVALID', {
    where: '?indicator',
    expected: 'an indicator, a unit and two days',
    came: request.url.slice(0, 80),
  });
}

function pageOf({ query }: FastifyRequest): { limit: number; before?: number } {
  const { limit = '100', before }: Record<string, unknown> = Object(query);
  const page = { limit: wholeOf('limit', limit, 1000) };
  return before === undefined
    ? page
    : { ...page, before: wholeOf('before', before, Number.MAX_SAFE_INTEGER) };
}

function periodOf({ query }: FastifyRequest): DaySpan | undefined {
  const { from, to }: Record<string, unknown> = Object(query);
  if (from === undefined && to === undefined) return undefined;
  const span = { from: dayNamed('from', from), to: dayNamed('to', to) };
  if (span.from <= span.to) return span;
  throw new IocError('IOC_HTTP_INVALID', {
    where: '?from',
    expected: 'a day not after ?to',
    came: String(from),
  });
}

function dayNamed(name: string, text: unknown): LocalDay {
  const day = typeof text === 'string' ? parseDay(text) : undefined;
  if (day !== undefined) return day;
  const came = (JSON.stringify(text) ?? 'nothing').slice(0, 40);
  throw new IocError('IOC_HTTP_INVALID', {
    where: `?${name}`,
    expected: 'a day like 2023-12-31',
    came,
  });
}

function wholeOf(name: string, text: unknown, most: number): number {
  const value = typeof text === 'string' && /^\d{1,16}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= most) return value;
  const expected = `a whole number from 1 to ${most}`;
  const came = JSON.stringify(text).slice(0, 40);
  throw new IocError('IOC_HTTP_INVALID', { where: `?${name}`, expected, came });
}
