import { unitName, useDesk } from './desk-context.ts';
import { changedAddress } from './place.ts';
import { PlaceLink } from './place-link.tsx';
import { usePlace } from './use-place.ts';
import { WORDS } from './words.ts';

/** From the province down to the unit that is shown; each step leads back to it. */
export function UnitWay() {
  const desk = useDesk();
  const place = usePlace();
  const isSeen = (code: string) => desk.me.scope.some((unit) => desk.borders.isWithin(code, unit));
  const way = desk.borders.lineage(desk.unit).filter(isSeen).reverse();
  return (
    <nav className="desk-way" aria-label={WORDS[desk.language].way}>
      <ol>
        {way.map((code) => (
          <li key={code}>
            {code === desk.unit ? (
              <b aria-current="true">{unitName(desk, code)}</b>
            ) : (
              <PlaceLink href={changedAddress(place, { unit: code === desk.top ? null : code })}>
                {unitName(desk, code)}
              </PlaceLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
