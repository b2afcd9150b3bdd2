export type ShapeName = 'up' | 'down' | 'alarm' | 'warn' | 'clock' | 'cut';

const PATHS: Readonly<Record<ShapeName, string>> = {
  up: 'M8 2 15.5 14.5H.5Z',
  down: 'M8 14 .5 1.5h15Z',
  alarm: 'M8 .5 16 15H0Z',
  warn: 'M8 0 16 8 8 16 0 8Z',
  clock: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm-1 3v5.6l4.2 2.5 1-1.7L9 7.5V3Z',
  cut: 'M0 6h16v4H0Z',
};

/** Drawn and not typed, so that no fallback font ever changes it. Words beside it carry the meaning. */
export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg className={`mark mark-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} fillRule="evenodd" />
    </svg>
  );
}
