import { WallBoard } from '../../shared/board/wall-board.ts';
import { inQuery, json, named, ok, REFUSALS, refusal } from './api-parts.ts';

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const MISSING = { 404: refusal('No such board, or no such version of it') };

/** The boards of the wall, for the API document. */
export const BOARD_PATHS = {
  '/api/v1/boards': {
    get: {
      summary: 'Scenes of the wall',
      description:
        "The pack's, with those that were put on the wall in their place or beside them.",
      parameters: [inQuery('from', "`pack`: the pack's own", { enum: ['pack'] })],
      responses: { 200: ok('Boards in order', named('Boards')), ...REFUSALS },
    },
  },
  '/api/v1/boards/placed': {
    get: {
      summary: 'What of the wall is not the pack’s',
      responses: {
        200: ok('Boards with version and author', { type: 'array', items: named('WallBoard') }),
        ...REFUSALS,
      },
    },
  },
  '/api/v1/boards/{id}/place': {
    put: {
      summary: 'Put a saved version of a board on the wall',
      description:
        'Checked as a board of a pack is: schema, legibility, codes. Walls show it within a minute.',
      parameters: [id],
      requestBody: {
        required: true,
        ...json({
          type: 'object',
          required: ['version'],
          properties: { version: { type: 'integer', minimum: 1 } },
        }),
      },
      responses: {
        200: ok('What is on the wall', named('WallBoard')),
        400: refusal('Not what the schema says'),
        ...MISSING,
        422: refusal('A pack with this board would not start, or it cannot be read from afar'),
        ...REFUSALS,
      },
    },
    delete: {
      summary: "Take it off again: the pack's board comes back, or none",
      parameters: [id],
      responses: { 204: { description: 'Done' }, ...MISSING, ...REFUSALS },
    },
  },
};

export const BOARD_SCHEMAS = { WallBoard };
