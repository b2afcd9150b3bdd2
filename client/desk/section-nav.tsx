import { useDesk } from './desk-context.ts';
import { addressOf } from './place.ts';
import { PlaceLink } from './place-link.tsx';
import { SECTIONS, sectionsOf } from './sections.ts';
import { WORDS } from './words.ts';

/** The address of a section about the unit that is shown. */
export function sectionAddress(section: string, unit: string, top: string): string {
  return addressOf(section, { unit: unit === top ? null : unit });
}

export function SectionNav({ section }: { section: string }) {
  const { language, unit, top, me } = useDesk();
  const current = SECTIONS.find(({ id }) => id === section)?.within ?? section;
  return (
    <nav className="desk-nav" aria-label={WORDS[language].sections}>
      <ul>
        {sectionsOf(me).map(({ id, title }, at) => (
          <li key={id}>
            <PlaceLink
              href={sectionAddress(id, unit, top)}
              aria-current={id === current ? 'page' : undefined}
              data-key={at < 9 ? at + 1 : undefined}
            >
              {title[language]}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
