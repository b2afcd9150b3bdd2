import type { MapPalette } from './map-palette.ts';

type Draw = (context: CanvasRenderingContext2D, size: number) => void;

/** Icons and hatches by name, drawn for one palette and one pixel scale; shape says what colour says. */
export function drawIcons(palette: MapPalette, scale: number): Map<string, ImageData> {
  const icons: Record<string, { size: number; draw: Draw }> = {
    zone: { size: 13, draw: square(palette.mark, palette.ground) },
    junction: { size: 11, draw: dot(palette.mark, palette.ground) },
    'camera-online': { size: 11, draw: dot(palette.mark, palette.ground) },
    'camera-unknown': { size: 14, draw: ring(palette.ink2, palette.ground, true) },
    'camera-maintenance': { size: 14, draw: ring(palette.ink2, palette.ground, false) },
    'camera-degraded': { size: 19, draw: diamond(palette.warn, palette.ground) },
    'camera-tampered': { size: 21, draw: diamond(palette.alarm, palette.ground) },
    'camera-offline': { size: 21, draw: triangle(palette.alarm, palette.ground) },
    warn: { size: 18, draw: diamond(palette.warn, palette.ground) },
    alarm: { size: 18, draw: triangle(palette.alarm, palette.ground) },
    'hatch-warn': { size: 14, draw: hatch(palette.warn) },
    'hatch-alarm': { size: 14, draw: hatch(palette.alarm) },
    'hatch-none': { size: 14, draw: hatch(palette.line) },
  };
  return new Map(
    Object.entries(icons).map(([name, { size, draw }]) => [name, render(size, scale, draw)]),
  );
}

function render(size: number, scale: number, draw: Draw): ImageData {
  const pixels = Math.max(4, Math.round(size * scale));
  const canvas = document.createElement('canvas');
  canvas.width = pixels;
  canvas.height = pixels;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.lineJoin = 'round';
  draw(context, pixels);
  return context.getImageData(0, 0, pixels, pixels);
}

/** A dark seam keeps a mark apart from the area below it. */
function seal(context: CanvasRenderingContext2D, size: number, fill: string, seam: string): void {
  context.lineWidth = size * 0.2;
  context.strokeStyle = seam;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
}

const dot =
  (fill: string, seam: string): Draw =>
  (context, size) => {
    context.arc(size / 2, size / 2, size * 0.34, 0, 2 * Math.PI);
    seal(context, size, fill, seam);
  };
const square =
  (stroke: string, fill: string): Draw =>
  (context, size) => {
    const inset = size * 0.17;
    context.rect(inset, inset, size - 2 * inset, size - 2 * inset);
    context.fillStyle = fill;
    context.fill();
    context.lineWidth = size * 0.15;
    context.strokeStyle = stroke;
    context.stroke();
  };
const ring =
  (stroke: string, fill: string, isBroken: boolean): Draw =>
  (context, size) => {
    context.arc(size / 2, size / 2, size * 0.36, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    context.lineWidth = size * 0.16;
    if (isBroken) context.setLineDash([size * 0.22, size * 0.18]);
    context.strokeStyle = stroke;
    context.stroke();
  };
const polygon =
  (corners: readonly (readonly [number, number])[]) =>
  (fill: string, seam: string): Draw =>
  (context, size) => {
    corners.forEach(([x, y], at) => {
      if (at === 0) context.moveTo(x * size, y * size);
      else context.lineTo(x * size, y * size);
    });
    context.closePath();
    seal(context, size, fill, seam);
  };
const diamond = polygon([
  [0.5, 0.1],
  [0.9, 0.5],
  [0.5, 0.9],
  [0.1, 0.5],
]);
const triangle = polygon([
  [0.5, 0.12],
  [0.92, 0.86],
  [0.08, 0.86],
]);
/** Diagonal lines that go on from tile to tile. */
const hatch =
  (stroke: string): Draw =>
  (context, size) => {
    context.strokeStyle = stroke;
    context.lineWidth = size * 0.14;
    for (const shift of [-1, 0, 1]) {
      context.moveTo(shift * size, size);
      context.lineTo((shift + 1) * size, 0);
    }
    context.stroke();
  };
