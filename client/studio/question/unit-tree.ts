import type { Borders } from '../../../shared/territory/borders.ts';
import type { Unit } from '../../../shared/territory/unit.ts';
import { matchesSearch } from '../../../shared/unit/text.ts';

export interface UnitRow {
  readonly unit: Unit;
  /** Levels below the root. */
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
  /** Names of those above it, where they are not shown themselves. */
  readonly above: string;
}

const MOST_FOUND = 100;

/** The units to be seen: those of open branches, or what the search finds, in Vietnamese order. */
export function unitRows(
  borders: Borders,
  open: ReadonlySet<string>,
  search: string,
): readonly UnitRow[] {
  const root = borders.unit(borders.root);
  if (!root) return [];
  return search.trim() === '' ? branch(borders, root, open, 0) : found(borders, search);
}

function branch(borders: Borders, unit: Unit, open: ReadonlySet<string>, depth: number): UnitRow[] {
  const children = borders.children(unit.code);
  const isOpen = open.has(unit.code);
  const own = { unit, depth, hasChildren: children.length > 0, isOpen, above: '' };
  if (!isOpen) return [own];
  return [own, ...children.flatMap((child) => branch(borders, child, open, depth + 1))];
}

function found(borders: Borders, search: string): UnitRow[] {
  const units = borders
    .below(borders.root)
    .filter(({ name, code, nameEn = '' }) => matchesSearch(`${name} ${nameEn} ${code}`, search));
  return units.slice(0, MOST_FOUND).map((unit) => ({
    unit,
    depth: 0,
    hasChildren: false,
    isOpen: false,
    above: borders
      .lineage(unit.code)
      .slice(1, -1)
      .map((code) => borders.unit(code)?.shortName ?? code)
      .join(', '),
  }));
}
