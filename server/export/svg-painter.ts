import { nodesById, numberOf, parseSvg, propertyOf, type SvgNode } from './svg-tree.ts';

type Document = PDFKit.PDFDocument;

interface Brush {
  readonly doc: Document;
  readonly byId: ReadonlyMap<string, SvgNode>;
}

/** Paints a page of ours into a PDF: shapes stay shapes, text stays text. */
export function paintSvg(doc: Document, svg: string): void {
  const root = parseSvg(svg);
  paintChildren(root, { doc, byId: nodesById(root) });
}

function paintChildren({ children }: SvgNode, brush: Brush): void {
  for (const child of children) paint(child, brush);
}

function paint(node: SvgNode, brush: Brush): void {
  if (node.name === 'defs' || node.name === 'clipPath') return;
  const { doc } = brush;
  doc.save();
  applyClip(node, brush);
  applyTransform(node, doc);
  if (node.name === 'text') paintText(node, doc);
  else if (node.name === 'g' || node.name === 'svg') paintChildren(node, brush);
  else paintShape(node, brush);
  doc.restore();
}

const CLIP = /^url\(#([^)]+)\)$/;

function applyClip(node: SvgNode, { doc, byId }: Brush): void {
  const id = CLIP.exec(propertyOf(node, 'clip-path') ?? '')?.[1];
  const shape = id === undefined ? undefined : byId.get(id)?.children[0];
  if (shape && trace(shape, doc)) doc.clip();
}

const STEP = /(translate|scale|rotate|matrix)\(([^)]*)\)/g;

function applyTransform(node: SvgNode, doc: Document): void {
  for (const [, kind, list = ''] of (node.attributes.transform ?? '').matchAll(STEP)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (kind === 'translate') doc.transform(1, 0, 0, 1, a, b);
    else if (kind === 'scale') doc.transform(a, 0, 0, b || a, 0, 0);
    else if (kind === 'matrix') doc.transform(a, b, c, d, e, f);
    else {
      const angle = (a * Math.PI) / 180;
      const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
      doc.transform(cos, sin, -sin, cos, 0, 0);
    }
  }
}

/** Leaves the outline of a shape as the current path; false for what has none. */
function trace(node: SvgNode, doc: Document): boolean {
  const at = (name: string) => numberOf(node, name, 0);
  switch (node.name) {
    case 'rect':
      doc.rect(at('x'), at('y'), at('width'), at('height'));
      return true;
    case 'circle':
      doc.circle(at('cx'), at('cy'), at('r'));
      return true;
    case 'path':
      doc.path(node.attributes.d ?? '');
      return (node.attributes.d ?? '') !== '';
    case 'polyline':
    case 'polygon':
      return tracePoints(node, doc);
    default:
      return false;
  }
}

function tracePoints(node: SvgNode, doc: Document): boolean {
  const points = pointsOf(node);
  for (const [at, [x, y]] of points.entries()) {
    if (at === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  }
  if (node.name === 'polygon') doc.closePath();
  return points.length > 1;
}

function pointsOf({ attributes }: SvgNode): [number, number][] {
  const numbers = (attributes.points ?? '0 0')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => [
    numbers[at * 2] ?? 0,
    numbers[at * 2 + 1] ?? 0,
  ]);
}

function paintShape(node: SvgNode, brush: Brush): void {
  const { doc } = brush;
  const fill = fillOf(node, brush);
  const stroke = colorOf(propertyOf(node, 'stroke') ?? 'none');
  const opacity = numberOf(node, 'opacity', 1);
  if (!trace(node, doc)) return;
  if (stroke !== undefined) setPen(node, doc);
  doc.fillOpacity(opacity * numberOf(node, 'fill-opacity', 1));
  doc.strokeOpacity(opacity * numberOf(node, 'stroke-opacity', 1));
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke);
  else if (fill !== undefined) doc.fill(fill);
  else if (stroke !== undefined) doc.stroke(stroke);
  else doc.clip();
}

function setPen(node: SvgNode, doc: Document): void {
  doc.lineWidth(numberOf(node, 'stroke-width', 1));
  const dash = (propertyOf(node, 'stroke-dasharray') ?? 'none').split(/[\s,]+/).map(Number);
  if (dash.length > 0 && dash.every((each) => each > 0)) {
    // An odd list is read twice.
    const even = dash.length % 2 === 0 ? dash : [...dash, ...dash];
    // Its types know of single dashes only.
    doc.dash(even as unknown as number, {});
  }
  const join = propertyOf(node, 'stroke-linejoin');
  if (join === 'round' || join === 'bevel') doc.lineJoin(join);
}

function fillOf(node: SvgNode, { doc, byId }: Brush) {
  const fill = propertyOf(node, 'fill') ?? '#000';
  const id = CLIP.exec(fill)?.[1];
  const gradient = id === undefined ? undefined : byId.get(id);
  return gradient ? gradientOf(gradient, node, doc) : colorOf(fill);
}

/** A straight gradient over the box of a rectangle or polygon, as the scale of a map has it. */
function gradientOf(gradient: SvgNode, node: SvgNode, doc: Document) {
  const { x, y, width, height } = boxOf(node);
  const at = (name: string, otherwise: number) => numberOf(gradient, name, otherwise);
  const paint = doc.linearGradient(
    x + at('x1', 0) * width,
    y + at('y1', 0) * height,
    x + at('x2', 1) * width,
    y + at('y2', 0) * height,
  );
  for (const stop of gradient.children) {
    const offset = propertyOf(stop, 'offset') ?? '0';
    const share = Number.parseFloat(offset) / (offset.endsWith('%') ? 100 : 1);
    paint.stop(share, colorOf(propertyOf(stop, 'stop-color') ?? '#000') ?? '#000');
  }
  return paint;
}

function boxOf(node: SvgNode) {
  if (node.name === 'rect') {
    const at = (name: string) => numberOf(node, name, 0);
    return { x: at('x'), y: at('y'), width: at('width'), height: at('height') };
  }
  const points = pointsOf(node);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const RGB = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/;

function colorOf(text: string): string | undefined {
  if (text === 'none' || text === 'transparent') return undefined;
  const rgb = RGB.exec(text);
  if (!rgb) return /^#[0-9a-f]{3}$/i.test(text) ? text.replace(/[0-9a-f]/gi, '$&$&') : text;
  return `#${rgb
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** The middle of a line of Inter lies this far above its baseline, em. */
const MIDDLE = 0.364;

function paintText(node: SvgNode, doc: Document): void {
  const text = node.text;
  if (text.trim() === '') return;
  const size = numberOf(node, 'font-size', 12);
  const isStrong = Number(propertyOf(node, 'font-weight') ?? 400) >= 550;
  doc.font(isStrong ? 'strong' : 'plain').fontSize(size);
  const anchor = propertyOf(node, 'text-anchor') ?? 'start';
  const share = { start: 0, middle: 0.5, end: 1 }[anchor] ?? 0;
  const x = numberOf(node, 'x', 0) - doc.widthOfString(text) * share;
  const isCentred = propertyOf(node, 'dominant-baseline') === 'central';
  const y = numberOf(node, 'y', 0) + (isCentred ? size * MIDDLE : 0);
  const options = { lineBreak: false, baseline: 'alphabetic' } as const;
  doc.fillOpacity(numberOf(node, 'opacity', 1) * numberOf(node, 'fill-opacity', 1));
  const halo = colorOf(propertyOf(node, 'stroke') ?? 'none');
  if (halo !== undefined) {
    doc
      .lineWidth(numberOf(node, 'stroke-width', 1))
      .lineJoin('round')
      .strokeColor(halo);
    doc.text(text, x, y, { ...options, stroke: true, fill: false });
  }
  doc.fillColor(colorOf(propertyOf(node, 'fill') ?? '#000') ?? '#000');
  doc.text(text, x, y, { ...options, fill: true, stroke: false });
}
