import { Type } from 'typebox';
import { Board } from '../../shared/board/board.ts';
import { PublishedFigure } from '../../shared/published/published.ts';
import { RevisedFigure } from '../../shared/query/revisions.ts';
import { Calendar, Pack, Targets } from '../../shared/territory/pack.ts';
import { Bilingual, Unit } from '../../shared/territory/unit.ts';

/** Answers that are read as they are, for the API document; a test compares them with real ones. */

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
const texts = Type.Array(text);
const orNull = <T extends Parameters<typeof Type.Array>[0]>(type: T) =>
  Type.Union([type, Type.Null()]);

const Measure = Type.Object({
  id: text,
  name: Bilingual,
  shortName: Bilingual,
  kind: Type.Enum(['flow', 'stock', 'ratio', 'mean', 'published']),
  /** How it comes about, over flows of the fold by name. */
  expression: Type.Object({
    kind: Type.Enum([
      'sum',
      'ratio',
      'coverage',
      'score',
      'assessment',
      'stage-plan',
      'quality',
      'link',
      'alarm',
      'observation',
    ]),
  }),
  formula: Type.Object({ id: text, text: Bilingual }),
  unit: Type.Object({ vi: text, en: text }),
  decimals: count,
  direction: Type.Enum(['higher', 'lower', 'neutral']),
  deltaKind: Type.Enum(['points', 'percent', 'absolute']),
  additivity: Type.Object({ units: text, time: text }),
  dimensions: texts,
  source: text,
  legalBasis: Bilingual,
  freshnessMs: Type.Integer({ exclusiveMinimum: 0 }),
});

const ReportForm = Type.Object({
  id: text,
  name: Bilingual,
  legalBasis: Bilingual,
  rowsBy: texts,
  columns: Type.Array(Type.Object({ group: Bilingual, name: Bilingual, measure: text })),
  identities: Type.Array(Type.Object({ total: text, parts: texts })),
});

const Source = Type.Object({
  source: text,
  name: Bilingual,
  kinds: texts,
  cadenceSeconds: count,
  lastReceivedAt: orNull(Type.Number()),
  state: Type.Enum(['on-time', 'late', 'silent', 'never']),
});

const Camera = Type.Object({
  camera: text,
  name: text,
  unit: text,
  zone: Type.Optional(text),
  junction: Type.Optional(text),
  owner: text,
  contractor: Type.Optional(text),
  stage: text,
  state: text,
  lon: Type.Optional(Type.Number()),
  lat: Type.Optional(Type.Number()),
});

const RecentEvent = Type.Object({
  seq: count,
  receivedAt: Type.Number(),
  kind: text,
  source: text,
  id: text,
  time: Type.Number(),
  unit: text,
});

const Quarantine = Type.Object({
  events: Type.Array(
    Type.Object({ number: count, receivedAt: Type.Number(), code: text, message: text }),
  ),
  count,
  dropped: count,
});

const BoundaryLayer = Type.Object({
  name: text,
  level: Unit.properties.level,
  from: Type.Optional(text),
  to: Type.Optional(text),
  schematic: Type.Boolean(),
});

const Basemap = Type.Object({
  basemap: orNull(
    Type.Object({
      kind: Type.Enum(['vector', 'raster']),
      minZoom: count,
      maxZoom: count,
      size: count,
    }),
  ),
});

const FeatureCollection = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      properties: Type.Object({ code: text }),
      geometry: Type.Object({ type: text, coordinates: Type.Array(Type.Unknown()) }),
    }),
  ),
});

export const READ_SCHEMAS = {
  Measures: Type.Array(Measure),
  ReportForms: Type.Array(ReportForm),
  Pack,
  Boards: Type.Array(Board),
  Targets,
  Calendar,
  PublishedFigures: Type.Array(PublishedFigure),
  BoundaryLayers: Type.Array(BoundaryLayer),
  FeatureCollection,
  Basemap,
  Sources: Type.Array(Source),
  Cameras: Type.Array(Camera),
  RevisedFigures: Type.Array(RevisedFigure),
  RecentEvents: Type.Array(RecentEvent),
  Quarantine,
  Session: Type.Object({ token: text, role: text, expiresAt: text }),
  Alive: Type.Object({}),
  Readiness: Type.Object({ ready: Type.Boolean(), progress: Type.Number() }),
};
