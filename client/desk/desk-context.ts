import { createContext, useContext } from 'react';
import type { Me } from '../../shared/account/account.ts';
import type { Measure } from '../../shared/measure/measure.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import type { Territory } from '../../shared/territory/territory.ts';
import type { Language } from '../../shared/unit/format.ts';
import type { Names } from '../../shared/words/names.ts';
import type { ServerCall } from './call-server.ts';

/** What every section knows; it changes with the language, the unit and the pack only. */
export interface DeskSurroundings {
  readonly language: Language;
  readonly pack: Pack;
  readonly territory: Territory;
  /** On the server's day. */
  readonly borders: Borders;
  readonly names: Names;
  readonly measures: ReadonlyMap<string, Measure>;
  /** Whose session this is. */
  readonly me: Me;
  /** The unit that the address names, else the topmost one. */
  readonly unit: string;
  /** The topmost unit this account sees. */
  readonly top: string;
  readonly server: ServerCall;
}

export const DeskContext = createContext<DeskSurroundings | null>(null);

export function useDesk(): DeskSurroundings {
  const surroundings = useContext(DeskContext);
  if (!surroundings) throw new Error('DeskContext has no value');
  return surroundings;
}

/** `Tỉnh Bình Dương` for the whole province, else `Thuận An`. */
export function unitName(
  { pack, borders, language }: Pick<DeskSurroundings, 'pack' | 'borders' | 'language'>,
  unit: string,
): string {
  return unit === pack.root ? pack.name[language] : (borders.unit(unit)?.shortName ?? unit);
}
