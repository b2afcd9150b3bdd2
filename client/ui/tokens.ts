import { GRID, TEXT, type TextName } from '../../shared/board/type-scale.ts';

const rem = (designPx: number) => `${designPx / 16}rem`;

/** Gives the style sheets the sizes the legibility linter checked: `--text-title`, `--line-title`, `--grid-left` … */
export function applyTokens(style: CSSStyleDeclaration): void {
  for (const name of Object.keys(TEXT) as TextName[]) {
    const { size, line, weight } = TEXT[name];
    style.setProperty(`--text-${name}`, rem(size));
    style.setProperty(`--line-${name}`, String(line));
    style.setProperty(`--weight-${name}`, String(weight));
  }
  for (const [name, value] of Object.entries(GRID)) {
    const isCount = name === 'columns' || name === 'rows';
    style.setProperty(
      `--grid-${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`,
      isCount ? String(value) : rem(value),
    );
  }
}

/** Device pixels of one design pixel. */
export function designScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}
