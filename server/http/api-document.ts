import { PUSH_CONTENT_TYPES } from '../../shared/event/content-type.ts';
import { Envelope } from '../../shared/event/envelope.ts';
import { KINDS } from '../../shared/event/kinds.ts';
import { Answer } from '../../shared/query/answer.ts';
import { QualityReport } from '../../shared/query/quality.ts';
import { Query } from '../../shared/query/query.ts';
import { ERRORS } from '../errors.ts';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const named = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const refusal = (description: string) => ({ description, ...json(named('Failure')) });
const ok = (description: string, schema: object = {}) => ({ description, ...json(schema) });

const REFUSALS = {
  401: refusal('No token, or an unknown one'),
  403: refusal('The role may not, or the unit lies outside the scope'),
  429: refusal('Too many requests a minute; Retry-After says when to come back'),
  503: refusal('The store is being loaded, or too much is being taken in; Retry-After'),
};

const read = (summary: string, description: string) => ({
  get: { summary, responses: { 200: ok(description), ...REFUSALS } },
});

const open = (summary: string, description: string) => ({
  get: { summary, security: [], responses: { 200: ok(description) } },
});

const push = {
  summary: 'Push events',
  description:
    'CloudEvents 1.0: one, an array, or one a line. Answered after the commit is on disk. ' +
    'sent = accepted + duplicate + quarantined, always; source and id name an event.',
  requestBody: {
    required: true,
    content: Object.fromEntries(
      PUSH_CONTENT_TYPES.map((type) => [type, { schema: named('Event') }]),
    ),
  },
  responses: {
    200: ok('What became of each event', named('PushResult')),
    400: refusal('Nothing of the body could be read'),
    413: refusal('The body is too large'),
    415: refusal('Another content type'),
    ...REFUSALS,
  },
};

const ask = {
  summary: 'Ask a question in measures',
  requestBody: { required: true, ...json(named('Query')) },
  responses: { 200: ok('Rows', named('Answer')), 400: refusal('No such question'), ...REFUSALS },
};

const session = {
  summary: "Exchange a one-time link's code for a session's token",
  security: [],
  requestBody: {
    required: true,
    ...json({ type: 'object', required: ['code'], properties: { code: { type: 'string' } } }),
  },
  responses: {
    200: ok('token, role, expiresAt'),
    401: refusal('No such link'),
    410: refusal('The link has been used, or its time has ended'),
  },
};

const boundaries = {
  get: {
    summary: 'Boundaries of units as GeoJSON, keyed by unit code',
    parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
    responses: { 200: { description: 'GeoJSON', content: { 'application/geo+json': {} } } },
  },
};

const day = (name: string) => ({
  name,
  in: 'query',
  schema: { type: 'string', format: 'date' },
});

const quality = {
  summary: 'Four meters of each source and unit',
  description: 'By days of arrival; without ?from and ?to the last thirty.',
  parameters: [
    day('from'),
    day('to'),
    { name: 'unit', in: 'query', description: 'Only about it', schema: { type: 'string' } },
  ],
  responses: {
    200: ok('Valid, complete, clean and fresh, each with what it divides', named('QualityReport')),
    400: refusal('No such period'),
    ...REFUSALS,
  },
};

const PATHS = {
  '/api/v1/events': { post: push },
  '/api/v1/query': { post: ask },
  '/api/v1/sessions': { post: session },
  '/api/v1/measures': read('The measure catalogue', 'Measures with formula and legal basis'),
  '/api/v1/reports': read('Report forms', 'Columns as measures, and what must add up'),
  '/api/v1/territory': read('The province', 'Units, agencies, fields, zones, junctions'),
  '/api/v1/boards': read('Scenes of the wall', 'Boards in order'),
  '/api/v1/targets': read(
    'Targets and plans',
    'Each version with who set it, when, and for which days',
  ),
  '/api/v1/published': read('Printed figures', 'Each with its article, scope and as-of'),
  '/api/v1/boundaries': read('Layers of boundaries', 'Level, time and whether schematic'),
  '/api/v1/boundaries/{name}': boundaries,
  '/api/v1/basemap': read('The base map', 'Kind, zooms and size; null without one'),
  '/api/v1/basemap/tiles': read('Bytes of the base map', 'A PMTiles archive, by range requests'),
  '/api/v1/sources': read('Sources', 'Each with its cadence and last arrival'),
  '/api/v1/cameras': read('Cameras', 'Places coarse for the wall, exact for the administrator'),
  '/api/v1/quality': { get: quality },
  '/api/v1/revisions': read(
    'Revised figures of an indicator',
    'What they were before, newest first; ?indicator, ?unit, ?from and ?to',
  ),
  '/api/v1/recent': read('Newest events', 'Without content; ?feeds a measure source, ?limit'),
  '/api/v1/quarantine': read('Refused events', 'Newest first; ?limit and ?before page'),
  '/api/v1/openapi.json': open('This description', 'OpenAPI 3.1'),
  '/healthz': open('The process answers', 'An empty object'),
  '/readyz': open('Questions can be answered', 'ready and progress; 503 until then'),
  '/metrics': open('Prometheus metrics', 'For the administrator, or from this machine'),
};

const SCHEMAS = {
  Query,
  Answer,
  QualityReport,
  Event: {
    oneOf: Object.entries(KINDS).map(([kind, { schema }]) => ({
      ...Envelope,
      properties: { ...Envelope.properties, type: { const: `ioc.${kind}.v1` }, data: schema },
      required: [...Envelope.required, 'data'],
    })),
  },
  PushResult: {
    type: 'object',
    required: ['accepted', 'duplicate', 'quarantined'],
    properties: {
      accepted: { type: 'integer' },
      duplicate: { type: 'integer' },
      quarantined: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            index: { type: 'integer' },
            id: { type: 'string' },
            code: { enum: Object.keys(ERRORS).filter((code) => code.startsWith('IOC_INGEST_')) },
            path: { type: 'string' },
            message: { type: 'string' },
          },
        },
      },
    },
  },
  Failure: {
    type: 'object',
    required: ['code', 'message'],
    properties: {
      code: { enum: Object.keys(ERRORS) },
      message: { type: 'string' },
      path: { type: 'string' },
    },
  },
};

/** OpenAPI 3.1 of everything under `/api/v1`, from the schemas that check it. */
export const API_DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'IOC', version: '1', license: { name: 'Apache-2.0' } },
  security: [{ bearer: [] }],
  paths: PATHS,
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: SCHEMAS,
  },
};
