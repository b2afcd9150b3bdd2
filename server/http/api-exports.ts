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
import { ListMail, ListMailTerms, QueuedListMail } from '../../shared/export/list-mail.ts';
import { json, named, ok, REFUSALS, refusal } from './api-parts.ts';

const FORMATS = ExportParameters.properties.format;

const FILE = { schema: { type: 'string', format: 'binary' } };
const file = {
  description: 'The file; its content has the hash that the header `x-content-hash` tells',
  content: {
    'image/png': FILE,
    'image/svg+xml': FILE,
    'text/csv': FILE,
    'application/pdf': FILE,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': FILE,
    'application/vnd.openxmlformats-officedocument.presentationml.presentation': FILE,
  },
};

const parameters = [
  { name: 'format', in: 'query', required: true, schema: FORMATS },
  {
    name: 'scale',
    in: 'query',
    description: 'Of a PNG',
    schema: { type: 'integer', minimum: 1, maximum: 4 },
  },
];

function exportOf(summary: string, schema: string) {
  return {
    summary,
    description:
      'Every file tells title, scope, period, formula, source, as-of, who and when, and its class. ' +
      'The same state gives the same bytes but for who and when.',
    parameters,
    requestBody: { required: true, ...json(named(schema)) },
    responses: {
      200: file,
      400: refusal('No such chart or question'),
      404: refusal('No such unit'),
      ...REFUSALS,
    },
  };
}

const list = {
  ...exportOf('A list of dossiers as a file', 'ListExport'),
  description:
    'Sent while it is read, page by page; a workbook holds 1,048,575 rows, a PDF 20,000.',
  parameters: [
    { name: 'format', in: 'query', required: true, schema: ListParameters.properties.format },
  ],
};

const brief = {
  ...exportOf('A brief as a file', 'BriefExport'),
  description:
    'Chosen scenes of the wall, then chosen charts; a picture has them one below the other. All figures are of one instant, now or `asOf`, and kept as the next version of the document; ' +
    'each says how it changed since the one before.',
};

const edition = {
  summary: 'An edition of a brief that was kept, as a file once more',
  description: 'The same bytes as on the day it was made.',
  parameters: [
    { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'version', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
    ...parameters,
  ],
  responses: {
    200: file,
    400: refusal('The version is no number'),
    404: refusal('There is no such edition'),
    ...REFUSALS,
  },
};

const report = {
  ...exportOf('A statutory report as a file', 'ReportExport'),
  description:
    'In the layout of the printed form: head, numbered columns and rows, total, identities, places to sign. Numbers are typed cells of a workbook.',
  parameters: [
    { name: 'format', in: 'query', required: true, schema: ReportParameters.properties.format },
  ],
};

const listMail = {
  get: {
    summary: 'Whether lists can be mailed, to whom, and what they hold',
    responses: { 200: ok('The terms', named('ListMailTerms')), ...REFUSALS },
  },
  post: {
    summary: 'A list of dossiers as a file by mail',
    description:
      'Queued, tried again and told among the deliveries; who, what and to whom is written down.',
    requestBody: { required: true, ...json(named('ListMail')) },
    responses: {
      202: ok('It is queued', named('QueuedListMail')),
      400: refusal('Not what the schema says'),
      404: refusal('No such unit'),
      409: refusal('There is no mail server'),
      413: refusal('More rows than the format holds, or more bytes than a mail'),
      ...REFUSALS,
    },
  },
};

/** Files. */
export const EXPORT_PATHS = {
  '/api/v1/exports/chart': { post: exportOf('A chart as a file', 'ChartExport') },
  '/api/v1/exports/brief': {
    post: {
      ...brief,
      responses: { ...brief.responses, 409: refusal('Another edition was kept meanwhile') },
    },
  },
  '/api/v1/exports/brief/{id}/{version}': { get: edition },
  '/api/v1/exports/list': {
    post: {
      ...list,
      responses: { ...list.responses, 413: refusal('More rows than the format holds') },
    },
  },
  '/api/v1/exports/report': { post: report },
  '/api/v1/exports/list/mail': listMail,
  '/api/v1/exports/board': { post: exportOf('A board as a file', 'BoardExport') },
};

export const EXPORT_SCHEMAS = {
  ChartExport,
  BoardExport,
  BriefExport,
  ListExport,
  ListMail,
  ListMailTerms,
  QueuedListMail,
  ReportExport,
};
