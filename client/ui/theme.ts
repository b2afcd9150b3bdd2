/** Dark unless the address says `?theme=light`. */
export function startTheme(search: string): void {
  const theme = new URLSearchParams(search).get('theme');
  document.documentElement.dataset.theme = theme === 'light' ? 'light' : 'dark';
}

export function toggleTheme(): void {
  const { dataset } = document.documentElement;
  dataset.theme = dataset.theme === 'light' ? 'dark' : 'light';
}
