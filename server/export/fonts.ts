import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Full Inter: pictures and PDFs need one font that has all Vietnamese letters. */
const TRUETYPE = {
  400: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  600: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  /** What office programs take for the bold of the family. */
  700: '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
} as const;

export type FontWeight = keyof typeof TRUETYPE;

const read = new Map<string, Buffer>();

function fileOf(name: string): Buffer {
  const bytes = read.get(name) ?? readFileSync(require.resolve(name));
  read.set(name, bytes);
  return bytes;
}

export function truetype(weight: FontWeight): Buffer {
  return fileOf(TRUETYPE[weight]);
}

/** Fonts inside an SVG: two subsets of each weight, as browsers take them. */
export function fontFaces(): string {
  const faces = ([400, 600] as const).flatMap((weight) =>
    (['vietnamese', 'latin-ext', 'latin'] as const).map((subset) => {
      const name = `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`;
      const range = RANGES[subset];
      return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${fileOf(name).toString('base64')}) format("woff2");unicode-range:${range}}`;
    }),
  );
  return `<defs><style>${faces.join('')}</style></defs>`;
}

/** As the package's own style sheet splits them. */
const RANGES = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;
