import type { Page } from 'playwright-core';

/*
 * The functions below run inside the page: they are sent there as text and may use each other and nothing else.
 * Lengths are screen pixels.
 */

interface Piece {
  readonly text: string;
  readonly element: Element;
  readonly rect: DOMRect;
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** What may stick out without being seen: two design pixels. */
function slackOf(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 8;
}

/** Text nodes with the rectangle of their line boxes. */
function textPiecesOf(tile: Element): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(tile, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!element || text === '' || !isVisible(element) || element.closest('.unseen')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rect = range.getBoundingClientRect();
    if (rect.width > 1 && rect.height > 1) pieces.push({ text, element, rect });
  }
  return pieces;
}

function isCutOff({ element, rect }: Piece, tile: Element): boolean {
  for (let box: Element | null = element; box && tile.contains(box); box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    const frame = box.getBoundingClientRect();
    if (overflowX !== 'visible' && rect.right > frame.right + slackOf()) return true;
    if (overflowY !== 'visible' && rect.bottom > frame.bottom + rect.height / 4) return true;
  }
  return false;
}

function leavesTile({ rect }: Piece, tile: Element): boolean {
  const frame = tile.getBoundingClientRect();
  return (
    // a large digit is set out by its side bearing, so that its stem stands in line
    rect.left < frame.left - slackOf() - rect.height / 12 ||
    rect.right > frame.right + slackOf() ||
    rect.bottom > frame.bottom + rect.height / 4
  );
}

/** Line boxes are taller than letters: a third of the lower one is still apart to the eye. */
function lieOnEachOther(a: DOMRect, b: DOMRect): boolean {
  const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return x > slackOf() && y > Math.min(a.height, b.height) / 3;
}

function faultsInside(tile: Element, name: string): string[] {
  const pieces = textPiecesOf(tile);
  return pieces.flatMap((piece, index) => [
    ...(leavesTile(piece, tile) ? [`${name}: "${piece.text}" leaves its tile`] : []),
    ...(isCutOff(piece, tile) ? [`${name}: "${piece.text}" is cut off`] : []),
    ...pieces
      .slice(index + 1)
      .filter((other) => lieOnEachOther(piece.rect, other.rect))
      .map((other) => `${name}: "${piece.text}" lies on "${other.text}"`),
  ]);
}

function layoutFaults(): string[] {
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
  const scrolls = scrollWidth > clientWidth || scrollHeight > clientHeight;
  const tiles = [...document.querySelectorAll('.tile, .wall-header, .wall-footer')].filter(
    isVisible,
  );
  const frames = tiles.map((tile) => tile.getBoundingClientRect());
  return [
    ...(scrolls ? [`the page scrolls: ${scrollWidth} × ${scrollHeight}`] : []),
    ...tiles.flatMap((tile, index) => {
      const name = tile.querySelector('.tile-title')?.textContent ?? tile.className;
      const frame = tile.getBoundingClientRect();
      const covered = frames.slice(index + 1).some((other) => lieOnEachOther(frame, other));
      return [...(covered ? [`${name}: lies on another tile`] : []), ...faultsInside(tile, name)];
    }),
  ];
}

/** What is wrong with the drawing of the visible tiles, header and footer, in words. */
export function findLayoutFaults(page: Page): Promise<string[]> {
  const functions = [
    isVisible,
    slackOf,
    textPiecesOf,
    isCutOff,
    leavesTile,
    lieOnEachOther,
    faultsInside,
    layoutFaults,
  ];
  return page.evaluate(`(() => { ${functions.join('\n')}\nreturn layoutFaults(); })()`);
}
