import { LADDER_BY, LadderAnswer } from '../../shared/record/camera-ladder.ts';
import { RadarAnswer } from '../../shared/record/radar.ts';
import { RecordPage } from '../../shared/record/record-page.ts';
import { RecordsAnswer, RecordsQuery } from '../../shared/record/records.ts';
import { SearchAnswer } from '../../shared/record/search.ts';
import { inQuery, json, named, ok, REFUSALS, refusal } from './api-parts.ts';

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

const found = {
  summary: 'Search units, zones, junctions, cameras, procedures and dossier codes',
  description:
    'Names without accents; of dossiers the whole code, its beginning, or at least three characters inside it.',
  parameters: [
    inQuery('q', 'What is looked for'),
    inQuery('limit', 'Most of a kind, 8 without it', { type: 'integer', maximum: 100 }),
  ],
  responses: {
    200: ok('Best first', named('SearchAnswer')),
    400: refusal('No such limit'),
    ...REFUSALS,
  },
};

const below = inQuery('unit', 'The unit and everything below it');

const radar = {
  summary: 'What is due soon, and how much of it will be late',
  parameters: [
    below,
    inQuery('by', 'What a row is', { enum: ['unit', 'field'] }),
    inQuery('hours', 'Working hours, 4,8,24 without it'),
  ],
  responses: {
    200: ok('Counts as the list has them, and the method of the estimate', named('RadarAnswer')),
    400: refusal('No such question'),
    404: refusal('No such unit'),
    ...REFUSALS,
  },
};

const ladder = {
  summary: 'What is really known of cameras',
  parameters: [below, inQuery('by', 'What a row is', { enum: [...LADDER_BY] })],
  responses: {
    200: ok('Rungs from registered to healthy, outages by cause', named('LadderAnswer')),
    400: refusal('No such question'),
    404: refusal('No such unit'),
    ...REFUSALS,
  },
};

/** What is told of single records. */
export const RECORD_PATHS = {
  '/api/v1/records': { post: records },
  '/api/v1/records/dossier/{agency}/{code}': { get: record },
  '/api/v1/search': { get: found },
  '/api/v1/radar': { get: radar },
  '/api/v1/cameras/ladder': { get: ladder },
};

export const RECORD_SCHEMAS = {
  RecordsQuery,
  RecordsAnswer,
  RecordPage,
  SearchAnswer,
  RadarAnswer,
  LadderAnswer,
};
