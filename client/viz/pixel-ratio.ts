/** Device pixels of a CSS pixel where an element stands: large screens of desk and studio are zoomed. */
export function pixelRatio(place: Element): number {
  const { currentCSSZoom = 1 }: { currentCSSZoom?: number } = place;
  return devicePixelRatio * currentCSSZoom;
}
