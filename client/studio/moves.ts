import { toggleLanguage } from '../ui/language.ts';
import { toggleTheme } from '../ui/theme.ts';
import { changeParams, goTo } from '../ui/use-place.ts';

/** The question in the address goes along to the other page, and so do language and theme. */
export function openPage(id: string): void {
  goTo(`/studio/${id}`, new URLSearchParams(location.search));
}

/** Language and theme are in the address, so that a link shows what its sender saw. */
export function switchLanguage(): void {
  toggleLanguage();
  const isEnglish = document.documentElement.lang === 'en';
  changeParams({ lang: isEnglish ? 'en' : null }, 'replace');
}

export function switchTheme(): void {
  toggleTheme();
  const isLight = document.documentElement.dataset.theme === 'light';
  changeParams({ theme: isLight ? 'light' : null }, 'replace');
}
