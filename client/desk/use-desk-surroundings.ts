import { useMemo } from 'react';
import type { Me } from '../../shared/account/account.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { DAY_MS, localDayOf } from '../../shared/unit/local-day.ts';
import { namesOf } from '../../shared/words/names.ts';
import { useServerNow } from '../tile/use-now.ts';
import { useLanguage } from '../ui/language.ts';
import type { WallCatalogue } from '../wall/surroundings.ts';
import { createServerCall } from './call-server.ts';
import type { DeskSurroundings } from './desk-context.ts';

interface Session {
  readonly token: string;
  readonly me: Me;
}

/** The same object until language, unit, day or pack change. */
export function useDeskSurroundings(
  { pack, measures }: WallCatalogue,
  { token, me }: Session,
  asked: string | null,
): DeskSurroundings {
  const language = useLanguage();
  const territory = useMemo(() => createTerritory(pack), [pack]);
  const names = useMemo(() => namesOf(pack), [pack]);
  const server = useMemo(() => createServerCall(token), [token]);
  const today = localDayOf(useServerNow(DAY_MS / 24));
  const borders = territory.on(today);
  const top = topOf(borders, me.scope);
  const unit = asked !== null && borders.unit(asked) ? asked : top;
  return useMemo(
    () => ({ language, pack, territory, borders, names, measures, me, unit, top, server }),
    [language, pack, territory, borders, names, measures, me, unit, top, server],
  );
}

/** The root where the account sees all of it, else the first unit of its scope that exists. */
function topOf(borders: Borders, scope: readonly string[]): string {
  if (scope.some((code) => borders.isWithin(borders.root, code))) return borders.root;
  return scope.find((code) => borders.unit(code)) ?? borders.root;
}
