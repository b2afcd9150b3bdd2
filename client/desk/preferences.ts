import type { Language } from '../../shared/unit/format.ts';
import { setLanguage } from '../ui/language.ts';

type Store = Pick<Storage, 'getItem' | 'setItem'>;
const LANGUAGE = 'ioc.desk.language';
const THEME = 'ioc.desk.theme';

/** A person's language and theme last longer than a visit; an address that names its own goes before them. */
export function startPreferences(search: string, store: Store): void {
  const asked = new URLSearchParams(search);
  const language = store.getItem(LANGUAGE);
  const theme = store.getItem(THEME);
  if (!asked.has('lang') && language) setLanguage(language === 'en' ? 'en' : 'vi');
  if (!asked.has('theme') && theme) showTheme(theme);
}

export function chooseLanguage(language: Language, store: Store): void {
  store.setItem(LANGUAGE, language);
  setLanguage(language);
}

export function switchTheme(store: Store): void {
  const theme = document.documentElement.dataset.theme === 'light' ? 'dark' : 'light';
  store.setItem(THEME, theme);
  showTheme(theme);
}

function showTheme(theme: string): void {
  document.documentElement.dataset.theme = theme === 'light' ? 'light' : 'dark';
}
