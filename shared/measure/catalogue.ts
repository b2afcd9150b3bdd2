import type { IndicatorDefinition } from '../territory/pack.ts';
import { CAMERA_MEASURES } from './camera-measures.ts';
import { COVERAGE_MEASURES } from './coverage-measures.ts';
import { DOSSIER_FLOW_MEASURES, DOSSIER_STOCK_MEASURES } from './dossier-counts.ts';
import { DOSSIER_SHARES, ON_TIME_RATES } from './dossier-ratios.ts';
import { DOSSIER_REPORT_MEASURES } from './dossier-report.ts';
import { SCORE_766_MEASURES } from './dossier-score.ts';
import { INCIDENT_MEASURES } from './incident-measures.ts';
import { defineIndicator } from './indicator-measures.ts';
import type { Measure } from './measure.ts';
import { PETITION_MEASURES } from './petition-measures.ts';
import { RECORD_MEASURES } from './record-measures.ts';

export interface Catalogue {
  /** In the order a list of measures is shown. */
  readonly measures: readonly Measure[];
  get(id: string): Measure | undefined;
}

/** Every measure that is the same in all provinces. To add one: a definition in its family's file. */
export const COMMON_MEASURES: readonly Measure[] = [
  ...DOSSIER_FLOW_MEASURES,
  ...DOSSIER_STOCK_MEASURES,
  ...DOSSIER_REPORT_MEASURES,
  ...ON_TIME_RATES,
  ...DOSSIER_SHARES,
  ...SCORE_766_MEASURES,
  ...CAMERA_MEASURES,
  ...COVERAGE_MEASURES,
  ...PETITION_MEASURES,
  ...INCIDENT_MEASURES,
  ...RECORD_MEASURES,
];

export function createCatalogue(indicators: readonly IndicatorDefinition[]): Catalogue {
  const measures = [...COMMON_MEASURES, ...indicators.map(defineIndicator)];
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return { measures, get: (id) => byId.get(id) };
}
