import { PUSH_CONTENT_TYPES } from '../../shared/event/content-type.ts';
import { Envelope } from '../../shared/event/envelope.ts';
import { KINDS } from '../../shared/event/kinds.ts';
import { Answer } from '../../shared/query/answer.ts';
import { QualityReport } from '../../shared/query/quality.ts';
import { Query } from '../../shared/query/query.ts';
import { ERRORS } from '../errors.ts';
import { ALARM_PATHS, ALARM_SCHEMAS } from './alarm-document.ts';
import { READ_SCHEMAS } from './api-answers.ts';
import { BOARD_PATHS, BOARD_SCHEMAS } from './api-boards.ts';
import { EXPORT_PATHS, EXPORT_SCHEMAS } from './api-exports.ts';
import { json, named, ok, REFUSALS, refusal } from './api-parts.ts';
import { READ_PATHS } from './api-reads.ts';
import { RECORD_PATHS, RECORD_SCHEMAS } from './api-records.ts';
import { DESK_PATHS, DESK_SCHEMAS } from './desk-document.ts';

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
    200: ok('Token, role, and when it ends', named('Session')),
    400: refusal('No code'),
    429: refusal('Too many tries a minute'),
    401: refusal('No such link'),
    410: refusal('The link has been used, or its time has ended'),
  },
};

const PATHS = {
  '/api/v1/events': { post: push },
  '/api/v1/query': { post: ask },
  '/api/v1/sessions': { post: session },
  ...READ_PATHS,
  ...BOARD_PATHS,
  ...RECORD_PATHS,
  ...DESK_PATHS,
  ...ALARM_PATHS,
  ...EXPORT_PATHS,
};

const SCHEMAS = {
  ...READ_SCHEMAS,
  ...BOARD_SCHEMAS,
  ...RECORD_SCHEMAS,
  ...DESK_SCHEMAS,
  ...ALARM_SCHEMAS,
  ...EXPORT_SCHEMAS,
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
