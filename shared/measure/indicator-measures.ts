import type { IndicatorDefinition } from '../territory/pack.ts';
import { DAY_BUDGET_MS } from './define.ts';
import { INDICATOR_LIST } from './legal-basis.ts';
import type { Measure } from './measure.ts';

/** `indicator.<CODE>`, from a province's own list; nothing about an indicator is known to the code. */
export function defineIndicator(definition: IndicatorDefinition): Measure {
  const { code, name, unit, formula } = definition;
  return {
    id: `indicator.${code}`,
    name,
    shortName: definition.shortName ?? name,
    kind: 'published',
    expression: { kind: 'observation', indicator: code, scale: scaleOf(unit.vi) },
    formula: { id: code, text: formula },
    unit,
    decimals: definition.decimals,
    direction: definition.direction,
    deltaKind: deltaKindOf(unit.vi),
    additivity: { units: definition.acrossUnits, time: timeOf(definition.acrossTime) },
    dimensions: definition.parts ? ['unit', 'part'] : ['unit'],
    source: 'observation',
    legalBasis: definition.legalBasis ?? INDICATOR_LIST,
    /** Monthly statistics come within the month after; yearly ones carry their as-of. */
    freshnessMs: 45 * DAY_BUDGET_MS,
  };
}

function scaleOf(unit: string): number {
  if (unit.startsWith('%')) return 100;
  if (unit.startsWith('‰')) return 1000;
  return unit.includes('vạn dân') ? 10_000 : 1;
}

function deltaKindOf(unit: string): Measure['deltaKind'] {
  if (unit.startsWith('%')) return 'points';
  return unit.startsWith('‰') ? 'absolute' : 'percent';
}

/** A mean of months is no year's figure, so `avg` is not derived but waited for. */
function timeOf(acrossTime: IndicatorDefinition['acrossTime']): Measure['additivity']['time'] {
  return acrossTime === 'avg' ? 'none' : acrossTime;
}
