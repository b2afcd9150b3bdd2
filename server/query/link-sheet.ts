import type { LinkPart, Measure } from '../../shared/measure/measure.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { LinkRecord } from '../fold/view.ts';
import type { QueryContext } from './context.ts';
import { type Figure, noFigure, ratioFigure } from './figure.ts';
import type { Plan } from './plan.ts';
import { readRecordSheet } from './record-sheet.ts';
import type { Sheet } from './sheet.ts';
import { instantOf } from './spans.ts';

/** Silence of so many promised cadences and a late system is a silent one. */
const SILENT_AFTER = 3;

/** Connected systems by how long ago each last exchanged something, against the cadence it promised. */
export function readLinkSheet(
  measure: Measure,
  plan: Plan,
  { view, territory }: QueryContext,
): Sheet {
  if (measure.expression.kind !== 'link') return new Map();
  const { part } = measure.expression;
  const records = view.links.groups().flatMap((system) => view.links.find(system));
  const read = (own: readonly LinkRecord[], span: DaySpan): Figure => {
    if (plan.query.unit !== territory.root) return noFigure('IOC_QUERY_NO_UNIT');
    if (records.length === 0) return noFigure('IOC_QUERY_NOT_CONNECTED');
    return figureOf(own, part, instantOf(span, plan.now));
  };
  return readRecordSheet(plan, {
    records,
    placeOf: ({ system }) => ({ system }),
    read: (own, { span, base }) => ({ figure: read(own, span), base: base && read(own, base) }),
  });
}

function figureOf(own: readonly LinkRecord[], part: LinkPart, atMs: number): Figure {
  if (own.length === 0) return noFigure('IOC_QUERY_NO_DATA');
  // Only the newest report is kept: how a system stood before it is not known here.
  if (own.some(({ time }) => time > atMs)) return noFigure('IOC_QUERY_NO_HISTORY');
  if (part === 'systems') return { value: own.length };
  if (part === 'rejected') return { value: own.reduce((sum, { rejected }) => sum + rejected, 0) };
  const states = own.map((record) => stateAt(record, atMs));
  const count = (state: LinkState) => states.filter((each) => each === state).length;
  return part === 'onTimeShare'
    ? ratioFigure(count('onTime'), own.length, 100)
    : { value: count(part) };
}

type LinkState = 'onTime' | 'late' | 'silent';

function stateAt({ cadenceSeconds, lastExchangeMs }: LinkRecord, atMs: number): LinkState {
  if (lastExchangeMs === null) return 'silent';
  const cadences = (atMs - lastExchangeMs) / (cadenceSeconds * 1000);
  if (cadences <= 1) return 'onTime';
  return cadences <= SILENT_AFTER ? 'late' : 'silent';
}
