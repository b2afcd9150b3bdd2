import { RecordPage } from '../../shared/record/record-page.ts';
import { RecordsAnswer, RecordsQuery } from '../../shared/record/records.ts';
import { json, named, ok, REFUSALS, refusal } from './api-parts.ts';

const records = {
  summary: 'List single dossiers',
  description:
    'The states count what the measures of their names count; pages and sorts are cheap.',
  requestBody: { required: true, ...json(named('RecordsQuery')) },
  responses: {
    200: ok('How many there are, and a page of them', named('RecordsAnswer')),
    400: refusal('No such question'),
    404: refusal('No such unit'),
    ...REFUSALS,
  },
};

const record = {
  summary: 'A dossier with its revisions',
  parameters: ['agency', 'code'].map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  responses: {
    200: ok('As it is, and what each revision changed', named('RecordPage')),
    404: refusal('No such dossier, or not in the scope'),
    ...REFUSALS,
  },
};

/** What is told of single records. */
export const RECORD_PATHS = {
  '/api/v1/records': { post: records },
  '/api/v1/records/dossier/{agency}/{code}': { get: record },
};

export const RECORD_SCHEMAS = { RecordsQuery, RecordsAnswer, RecordPage };
