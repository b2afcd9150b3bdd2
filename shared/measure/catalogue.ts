import type { IndicatorDefinition } from '../territory/pack.ts';
import { ALARM_MEASURES } from './alarm-measures.ts';
import { cameraMeasures, type UnknownTime } from './camera-measures.ts';
import { COVERAGE_MEASURES } from './coverage-measures.ts';
import { DOSSIER_FLOW_MEASURES, DOSSIER_STOCK_MEASURES } from './dossier-counts.ts';
import { DOSSIER_SHARES, ON_TIME_RATES } from './dossier-ratios.ts';
import { DOSSIER_REPORT_MEASURES } from './dossier-report.ts';
import { SCORE_766_MEASURES } from './dossier-score.ts';
import { INCIDENT_MEASURES } from './incident-measures.ts';
import { defineIndicator } from './indicator-measures.ts';
import type { Measure } from './measure.ts';
import { PETITION_MEASURES } from './petition-measures.ts';
import { QUALITY_MEASURES } from './quality-measures.ts';
import { RECORD_MEASURES } from './record-measures.ts';

export interface Catalogue {
  /** In the order a list of measures is shown. */
  readonly measures: readonly Measure[];
  get(id: string): Measure | undefined;
}

export interface CatalogueSettings {
  readonly unknownTime?: UnknownTime | undefined;
}

/** Every measure that is the same in all provinces but for its settings. To add one: a definition in its family's file. */
const commonMeasures = ({ unknownTime = 'down' }: CatalogueSettings): readonly Measure[] => [
  ...DOSSIER_FLOW_MEASURES,
  ...DOSSIER_STOCK_MEASURES,
  ...DOSSIER_REPORT_MEASURES,
  ...ON_TIME_RATES,
  ...DOSSIER_SHARES,
  ...SCORE_766_MEASURES,
  ...cameraMeasures(unknownTime),
  ...COVERAGE_MEASURES,
  ...PETITION_MEASURES,
  ...INCIDENT_MEASURES,
  ...RECORD_MEASURES,
  ...QUALITY_MEASURES,
  ...ALARM_MEASURES,
];

export const COMMON_MEASURES = commonMeasures({});

export function createCatalogue(
  indicators: readonly IndicatorDefinition[],
  settings: CatalogueSettings = {},
): Catalogue {
  const measures = [...commonMeasures(settings), ...indicators.map(defineIndicator)];
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return { measures, get: (id) => byId.get(id) };
}
