import type { SearchHit } from '../../shared/record/search.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import { searchKey } from '../../shared/unit/text.ts';
import type { CameraRows, FoldView } from '../fold/view.ts';

interface Entry {
  readonly hit: SearchHit;
  readonly key: string;
}

/** How well a name fits: lower is better. */
const EXACT = 0;
const NO_FIT = 9;

/** Names of units, sites, cameras and procedures, made ready once for each state of the register. */
export class NameIndex {
  #fixed: readonly Entry[] = [];
  #borders = '';
  #cameras: readonly Entry[] = [];
  #cameraVersion = -1;
  #procedures: readonly Entry[] = [];
  #procedureCount = -1;

  /** Best first; of each kind no more than `limit`, only those that `isWanted`. */
  find(
    query: string,
    borders: Borders,
    view: Pick<FoldView, 'cameraRows' | 'dossierRows'>,
    limit: number,
    isWanted: (hit: SearchHit) => boolean,
  ): SearchHit[] {
    this.#refresh(borders, view);
    const key = searchKey(query);
    const words = key.split(' ');
    const found: { readonly hit: SearchHit; readonly fit: number }[] = [];
    for (const list of [this.#fixed, this.#cameras, this.#procedures]) {
      for (const entry of list) {
        const fit = fitOf(entry, key, words);
        if (fit < NO_FIT && isWanted(entry.hit)) found.push({ hit: entry.hit, fit });
      }
    }
    found.sort((a, b) => a.fit - b.fit || a.hit.name.length - b.hit.name.length);
    const counts = new Map<string, number>();
    return found.flatMap(({ hit }) => {
      const count = (counts.get(hit.kind) ?? 0) + 1;
      counts.set(hit.kind, count);
      return count <= limit ? [hit] : [];
    });
  }

  #refresh(
    borders: Borders,
    { cameraRows, dossierRows }: Pick<FoldView, 'cameraRows' | 'dossierRows'>,
  ) {
    const names = borders.pack.procedures ?? [];
    if (this.#borders !== borders.name) {
      this.#borders = borders.name;
      this.#fixed = fixedEntries(borders);
      this.#procedureCount = -1;
    }
    if (this.#cameraVersion !== cameraRows.count) {
      this.#cameraVersion = cameraRows.count;
      this.#cameras = cameraEntries(cameraRows);
    }
    if (this.#procedureCount !== dossierRows.procedures.length) {
      this.#procedureCount = dossierRows.procedures.length;
      const named = new Map(names.map(({ code, name }) => [code, name.vi]));
      const codes = new Set([...named.keys(), ...dossierRows.procedures]);
      this.#procedures = [...codes].map((code) =>
        entry({ kind: 'procedure', code, name: named.get(code) ?? code, unit: '' }),
      );
    }
  }
}

function entry(hit: SearchHit): Entry {
  return { hit, key: searchKey(`${hit.name} ${hit.code}`) };
}

function fixedEntries(borders: Borders): Entry[] {
  const { pack, root } = borders;
  const units = borders
    .below(root)
    .map(({ code, name, parent = '' }) => entry({ kind: 'unit', code, name, unit: parent }));
  const zones = pack.zones.map(({ code, name, unit }) => entry({ kind: 'zone', code, name, unit }));
  const junctions = pack.junctions.map(({ code, name, unit }) =>
    entry({ kind: 'junction', code, name, unit }),
  );
  return [...units, ...zones, ...junctions];
}

function cameraEntries(rows: CameraRows): Entry[] {
  return Array.from({ length: rows.count }, (_, row) => {
    const { camera, name, unit } = rows.camera(row);
    return entry({ kind: 'camera', code: camera, name, unit });
  });
}

function fitOf({ hit, key }: Entry, query: string, words: readonly string[]): number {
  if (!words.every((word) => key.includes(word))) return NO_FIT;
  if (hit.code.toLowerCase() === query) return EXACT;
  if (key.startsWith(query)) return EXACT + 1;
  if (words.every((word) => key.startsWith(word) || key.includes(` ${word}`))) return EXACT + 2;
  return EXACT + 3;
}
