import type { CameraOutage } from '../../shared/alarm/outage.ts';
import type { OutageKind } from '../../shared/measure/measure.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import type { FoldView } from '../fold/view.ts';
import { createCameraLife } from './camera-live.ts';
import { groupOutages } from './outage-groups.ts';

export interface OutageContext {
  readonly view: FoldView;
  /** Those of the day of `nowMs`. */
  readonly borders: Borders;
  /** Whether silence counts as being down. */
  readonly kind: OutageKind;
  readonly nowMs: number;
}

/** What is down now among the cameras of some units and everything below them, one row a cause. */
export function readCameraOutages(
  { view, borders, kind, nowMs }: OutageContext,
  units: readonly string[],
): CameraOutage[] {
  const { cameraRows } = view;
  const isAsked = new Map<string, boolean>();
  const rows = Array.from({ length: cameraRows.count }, (_, row) => row).filter((row) => {
    const { unit } = cameraRows.camera(row);
    const known = isAsked.get(unit) ?? units.some((each) => borders.isWithin(unit, each));
    isAsked.set(unit, known);
    return known;
  });
  const today = localDayOf(nowMs);
  const outages = createCameraLife(view, nowMs, today).outages(rows, kind, today, nowMs);
  return groupOutages(outages).map(({ by, code, outages: together }) => ({
    by,
    code,
    unit: holderOf(new Set(together.map(({ unit }) => unit)), borders),
    owners: [...new Set(together.map(({ owner }) => owner))].sort(),
    sites: new Set(together.map(({ site }) => site)).size,
    cameras: together.length,
    fromMs: together[0]?.sinceMs ?? nowMs,
    toMs: together.at(-1)?.sinceMs ?? nowMs,
  }));
}

/** The nearest unit that each of them is or lies in. */
function holderOf(units: ReadonlySet<string>, borders: Borders): string {
  const [first = borders.root, ...others] = units;
  const holds = (code: string) => others.every((unit) => borders.isWithin(unit, code));
  return borders.lineage(first).find(holds) ?? borders.root;
}
