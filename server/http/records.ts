import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { LADDER_BY, type LadderAnswer } from '../../shared/record/camera-ladder.ts';
import { DEFAULT_HOURS, type RadarAnswer } from '../../shared/record/radar.ts';
import type { RecordPage } from '../../shared/record/record-page.ts';
import { type RecordsAnswer, RecordsQuery } from '../../shared/record/records.ts';
import type { SearchHit } from '../../shared/record/search.ts';
import type { Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import { allow, principalOf, whenReady } from './guard.ts';
import type { AccessPort, Readiness } from './ports.ts';
import { limitRate } from './rates.ts';

/** Single records, as far as the asker's scope goes. */
export interface RecordsPort {
  /** Rejects with a coded error. */
  records(query: RecordsQuery, principal: Principal): Promise<RecordsAnswer>;
  record(
    key: { readonly agency: string; readonly code: string },
    principal: Principal,
  ): Promise<RecordPage>;
  search(query: string, limit: number, principal: Principal): Promise<readonly SearchHit[]>;
  radar(
    asked: {
      readonly unit: string;
      readonly by: 'unit' | 'field';
      readonly hours: readonly number[];
    },
    principal: Principal,
  ): Promise<RadarAnswer>;
  cameraLadder(
    asked: { readonly unit: string; readonly by: (typeof LADDER_BY)[number] },
    principal: Principal,
  ): Promise<LadderAnswer>;
}

export interface RecordRoutesOptions {
  readonly core: RecordsPort;
  readonly access: AccessPort;
  readonly readiness: () => Readiness;
  readonly readsPerMinute: number;
}

/** Lists and pages of single dossiers, for who may see them: they tell what no wall shows. */
export const recordRoutes: FastifyPluginAsync<RecordRoutesOptions> = async (app, options) => {
  const { core } = options;
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.addHook('onRequest', allow(options.access, 'records'));
  await limitRate(app, options.readsPerMinute, (request) => request.ip);
  app.addHook('onRequest', whenReady(options.readiness));
  app.addHook('onSend', async (_, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/api/v1/records', { schema: { body: RecordsQuery }, bodyLimit: 65_536 }, (request) =>
      core.records(request.body, principalOf(request)),
    );
  app.get<{ Params: { agency: string; code: string } }>(
    '/api/v1/records/dossier/:agency/:code',
    (request) => core.record(request.params, principalOf(request)),
  );
  app.get('/api/v1/search', (request) => {
    const { q = '', limit = '8' } = textsOf(request);
    return core.search(q.slice(0, MAX_SEARCH), wholeNumber('limit', limit), principalOf(request));
  });
  app.get('/api/v1/radar', (request) => {
    const { unit = '', by = 'unit', hours } = textsOf(request);
    const asked = {
      unit,
      by: oneOf('by', by, ['unit', 'field']),
      hours: hours === undefined ? DEFAULT_HOURS : hoursOf(hours),
    };
    return core.radar(asked, principalOf(request));
  });
  app.get('/api/v1/cameras/ladder', (request) => {
    const { unit = '', by = 'unit' } = textsOf(request);
    return core.cameraLadder({ unit, by: oneOf('by', by, LADDER_BY) }, principalOf(request));
  });
};

const MAX_SEARCH = 100;
const MAX_LIMIT = 100;
const MAX_HOURS = 240;
const MAX_COLUMNS = 6;

function textsOf({ query }: FastifyRequest): Partial<Record<string, string>> {
  const texts: Record<string, unknown> = Object(query);
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

function oneOf<T extends string>(name: string, text: string, values: readonly T[]): T {
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  throw invalid(name, values.join(', '), text);
}

function wholeNumber(name: string, text: string): number {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= MAX_LIMIT) return value;
  throw invalid(name, `a whole number from 1 to ${MAX_LIMIT}`, text);
}

/** Rising, each once. */
function hoursOf(text: string): number[] {
  const hours = [...new Set(text.split(',').map(Number))].sort((a, b) => a - b);
  const areFine = hours.every((each) => each > 0 && each <= MAX_HOURS);
  if (areFine && hours.length <= MAX_COLUMNS) return hours;
  throw invalid('hours', `at most ${MAX_COLUMNS} numbers of hours up to ${MAX_HOURS}`, text);
}

function invalid(name: string, expected: string, came: string): IocError {
  return new IocError('IOC_HTTP_INVALID', { where: `?${name}`, expected, came: came.slice(0, 60) });
}
