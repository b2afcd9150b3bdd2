import { useMemo } from 'react';
import { createTerritory } from '../../shared/territory/territory.ts';
import { DAY_MS, localDayOf } from '../../shared/unit/local-day.ts';
import { namesOf } from '../../shared/words/names.ts';
import { useServerNow } from '../tile/use-now.ts';
import { useLanguage } from '../ui/language.ts';
import type { WallCatalogue } from '../wall/surroundings.ts';
import { createServerCall } from './call-server.ts';
import type { DeskSurroundings } from './desk-context.ts';

/** The same object until language, unit, day or pack change. */
export function useDeskSurroundings(
  { pack, measures }: WallCatalogue,
  token: string,
  asked: string | null,
): DeskSurroundings {
  const language = useLanguage();
  const territory = useMemo(() => createTerritory(pack), [pack]);
  const names = useMemo(() => namesOf(pack), [pack]);
  const server = useMemo(() => createServerCall(token), [token]);
  const today = localDayOf(useServerNow(DAY_MS / 24));
  const borders = territory.on(today);
  const top = borders.root;
  const unit = asked !== null && borders.unit(asked) ? asked : top;
  return useMemo(
    () => ({ language, pack, territory, borders, names, measures, unit, top, server }),
    [language, pack, territory, borders, names, measures, unit, top, server],
  );
}
