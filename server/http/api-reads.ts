import {
  day,
  INVALID,
  inQuery,
  json,
  named,
  ok,
  open,
  REFUSALS,
  read,
  refusal,
} from './api-parts.ts';

const boundaries = {
  get: {
    summary: 'Boundaries of units as GeoJSON, keyed by unit code',
    parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
    responses: {
      200: {
        description: 'GeoJSON (RFC 7946)',
        content: { 'application/geo+json': { schema: named('FeatureCollection') } },
      },
      404: refusal('No layer of that name'),
      ...REFUSALS,
    },
  },
};

const quality = {
  summary: 'Four meters of each source and unit',
  description: 'By days of arrival; without ?from and ?to the last thirty.',
  parameters: [day('from'), day('to'), inQuery('unit', 'Only about it')],
  responses: {
    200: ok('Valid, complete, clean and fresh, each with what it divides', named('QualityReport')),
    400: refusal('No such period'),
    ...REFUSALS,
  },
};

const tiles = {
  summary: 'Bytes of the base map, where the server has one',
  responses: {
    200: { description: 'A PMTiles archive', content: { 'application/vnd.pmtiles': {} } },
    206: { description: 'The range asked for', content: { 'application/vnd.pmtiles': {} } },
    404: refusal('There is no base map'),
    416: refusal('The range lies outside the file'),
    ...REFUSALS,
  },
};

const revisions = {
  summary: 'Revised figures of an indicator',
  parameters: [
    inQuery('indicator', 'Its code'),
    inQuery('unit', 'Its code'),
    day('from'),
    day('to'),
  ],
  responses: {
    200: ok('What they were before, newest first', named('RevisedFigures')),
    ...INVALID,
    ...REFUSALS,
  },
};

const whole = { type: 'integer', minimum: 1 };

const recent = {
  summary: 'Newest events',
  parameters: [inQuery('feeds', 'A measure source'), inQuery('limit', 'At most 100', whole)],
  responses: { 200: ok('Without content', named('RecentEvents')), ...INVALID, ...REFUSALS },
};

const quarantine = {
  summary: 'Refused events',
  parameters: [
    inQuery('limit', 'At most 1000', whole),
    inQuery('before', 'Number of the last one seen', whole),
  ],
  responses: { 200: ok('Newest first', named('Quarantine')), ...INVALID, ...REFUSALS },
};

const readiness = {
  summary: 'Questions can be answered',
  security: [],
  responses: {
    200: ok('They can', named('Readiness')),
    503: ok('Not yet: how far loading is', named('Readiness')),
  },
};

/** What there is to read, for the API document. */
export const READ_PATHS = {
  '/api/v1/measures': read(
    'The measure catalogue',
    'Measures with formula and legal basis',
    'Measures',
  ),
  '/api/v1/reports': read(
    'Report forms',
    'Columns as measures, and what must add up',
    'ReportForms',
  ),
  '/api/v1/territory': read('The province', 'Units, agencies, fields, zones, junctions', 'Pack'),
  '/api/v1/targets': read(
    'Targets and plans',
    'Each version with who set it, when, and for which days',
    'Targets',
  ),
  '/api/v1/calendar': read('The working calendar', 'Hours, holidays and make-up days', 'Calendar'),
  '/api/v1/published': read(
    'Printed figures',
    'Each with its article, scope and as-of',
    'PublishedFigures',
  ),
  '/api/v1/boundaries': read(
    'Layers of boundaries',
    'Level, time and whether schematic',
    'BoundaryLayers',
  ),
  '/api/v1/boundaries/{name}': boundaries,
  '/api/v1/basemap': read('The base map', 'Kind, zooms and size; null without one', 'Basemap'),
  '/api/v1/basemap/tiles': { get: tiles },
  '/api/v1/sources': read('Sources', 'Each with its cadence and last arrival', 'Sources'),
  '/api/v1/cameras': read(
    'Cameras',
    'Places coarse for the wall, exact for the administrator',
    'Cameras',
  ),
  '/api/v1/quality': { get: quality },
  '/api/v1/revisions': { get: revisions },
  '/api/v1/recent': { get: recent },
  '/api/v1/quarantine': { get: quarantine },
  '/api/v1/openapi.json': open('This description', 'OpenAPI 3.1', json({ type: 'object' })),
  '/docs': open('This description as a page, with examples', 'HTML', {
    content: { 'text/html': {} },
  }),
  '/healthz': open('The process answers', 'An empty object', json(named('Alive'))),
  '/readyz': { get: readiness },
  '/metrics': open('Prometheus metrics', 'For the administrator, or from this machine', {
    content: { 'text/plain': {} },
  }),
};
