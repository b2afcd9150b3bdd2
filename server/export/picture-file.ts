import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontFaces, truetype } from './fonts.ts';

/** An SVG file that brings its fonts. */
export function svgFile(page: string): Buffer {
  return Buffer.from(page.replace(/^(<svg[^>]*>)/, `$1${fontFaces()}`), 'utf8');
}

let engine: Promise<void> | undefined;

/** Loads the renderer once a thread. */
function startEngine(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  engine ??= initWasm(readFileSync(file));
  return engine;
}

/** An SVG page as pixels; `scale` device pixels a pixel. */
export async function pngFile(page: string, scale: number): Promise<Buffer> {
  await startEngine();
  const drawing = new Resvg(page, {
    font: {
      fontBuffers: [truetype(400), truetype(600)],
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
      loadSystemFonts: false,
    },
    fitTo: { mode: 'zoom', value: scale },
  });
  try {
    const image = drawing.render();
    try {
      return Buffer.from(image.asPng());
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
