import { type Static, Type } from 'typebox';
import type { Rules } from '../../shared/alarm/rule.ts';
import type { Board } from '../../shared/board/board.ts';
import type { Published } from '../../shared/published/published.ts';
import type { Reported } from '../../shared/published/reported.ts';
import type { BoundaryLayer } from '../../shared/territory/boundary-layer.ts';
import type { Demo } from '../../shared/territory/demo.ts';
import type { Calendar, Indicators, Pack, Sources, Targets } from '../../shared/territory/pack.ts';

const Ring = Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 3 }), { minItems: 4 });
/** What is read of a GeoJSON file of areas. */
export const BoundaryFile = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      properties: Type.Object({
        code: Type.Optional(Type.String({ minLength: 1 })),
        province_code: Type.Optional(Type.String({ minLength: 1 })),
        schematic: Type.Optional(Type.Boolean()),
      }),
      geometry: Type.Union([
        Type.Object({ type: Type.Literal('Polygon'), coordinates: Type.Array(Ring) }),
        Type.Object({
          type: Type.Literal('MultiPolygon'),
          coordinates: Type.Array(Type.Array(Ring)),
        }),
      ]),
    }),
  ),
});
type BoundaryFeature = Static<typeof BoundaryFile>['features'][number];

/** Areas keyed by unit code, as the map draws them. */
export interface Boundaries {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly id: string;
    readonly properties: { readonly code: string; readonly schematic?: boolean };
    readonly geometry: BoundaryFeature['geometry'];
  }[];
}

/** A province pack as read from its directory; `boundaries` by file name without its ending. */
export interface ProvincePack {
  readonly directory: string;
  readonly pack: Pack;
  readonly calendar: Calendar;
  readonly indicators: Static<typeof Indicators>;
  readonly targets: Targets;
  readonly sources: Sources;
  readonly published: Static<typeof Published>;
  readonly reported: Reported;
  /** Ordered as the wall shows them. */
  readonly boards: readonly Board[];
  readonly boundaries: Readonly<Record<string, Boundaries>>;
  /** What each of them shows. */
  readonly layers: readonly BoundaryLayer[];
  /** Alarms as the pack ships them; what is saved at the desk takes their place. */
  readonly rules: Rules;
  readonly demo: Demo | undefined;
}
