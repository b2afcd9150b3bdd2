import { useEffect } from 'react';
import { goToAddress } from '../ui/address.ts';
import type { DeskSurroundings } from './desk-context.ts';
import type { Overlay } from './overlay.ts';
import { changedAddress, placeOf } from './place.ts';
import { chooseLanguage, switchTheme } from './preferences.ts';
import { sectionAddress } from './section-nav.tsx';
import { sectionsOf } from './sections.ts';

/** Ctrl K or `/` finds, `?` helps, 1–9 open sections, U leads one unit up, G to the table, L language, T theme. */
export function useDeskKeys(desk: DeskSurroundings, openOverlay: (overlay: Overlay) => void): void {
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      '/': () => openOverlay('search'),
      '?': () => openOverlay('help'),
      u: () => goUp(desk),
      g: () => document.querySelector<HTMLElement>('.desk-main [role="grid"]')?.focus(),
      l: () => chooseLanguage(desk.language === 'vi' ? 'en' : 'vi', localStorage),
      t: () => switchTheme(localStorage),
    };
    const onKey = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return;
      const act = actOf(event, acts, desk, openOverlay);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [desk, openOverlay]);
}

function actOf(
  event: KeyboardEvent,
  acts: Readonly<Record<string, () => void>>,
  desk: DeskSurroundings,
  openOverlay: (overlay: Overlay) => void,
): (() => void) | undefined {
  const key = event.key.toLowerCase();
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && key === 'k') return () => openOverlay('search');
  if (isCommand || event.altKey || isTyping(event.target)) return undefined;
  const section = /^[1-9]$/.test(key) ? sectionsOf(desk.me)[Number(key) - 1] : undefined;
  return section ? () => goToAddress(sectionAddress(section.id, desk.unit, desk.top)) : acts[key];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}

function goUp({ borders, unit, top }: DeskSurroundings): void {
  const parent = borders.lineage(unit)[1];
  if (unit === top || parent === undefined) return;
  goToAddress(changedAddress(placeOf(location), { unit: parent === top ? null : parent }));
}
