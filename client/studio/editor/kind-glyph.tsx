import type { TileKind } from '../../../shared/board/board.ts';

/** Lines on a field of 20 × 20. */
const GLYPHS: Readonly<Record<TileKind, string>> = {
  number: 'M7 4 5.5 16M14.5 4 13 16M3 8h14M2.5 12.5h14',
  trend: 'M2 15.5 7 9.5l4 3 7-8.5',
  ranking: 'M2 4.5h15M2 10h10M2 15.5h6',
  table: 'M2.5 4h15v12h-15zM2.5 8h15M2.5 12h15M8 4v12',
  bullet: 'M2 6.5h10M2 13.5h7M15 4v5M12 11v5',
  funnel: 'M2 5h16M4.5 10h11M7 15h6',
  composition: 'M2 7.5h16v5H2zM9 7.5v5M14 7.5v5',
  'status-grid': 'M3 3h4v4H3zM8 3h4v4H8zM13 3h4v4h-4zM3 10h4v4H3zM8 10h4v4H8zM13 10h4v4h-4z',
  indicators: 'M2 5h7M12 5h6M2 10h7M12 10h6M2 15h7M12 15h6',
  map: 'M2.5 5 7.5 3l5 2 5-2v12l-5 2-5-2-5 2zM7.5 3v12M12.5 5v12',
  facts: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13.5h5.5',
  systems: 'M3 3.5h5v4H3zM12 3.5h5v4h-5zM7.5 13h5v4h-5zM5.5 7.5v3h9v-3M10 10.5V13',
  'alarm-system': 'M5 14.5v-5a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 18h3M10 2v2.5',
  situation: 'M10 2.5 18 16.5H2zM10 7.5v4.5M10 14.2v.3',
};

export function KindGlyph({ kind }: { kind: TileKind }) {
  return (
    <svg className="ed-glyph" viewBox="0 0 20 20" aria-hidden="true">
      <path d={GLYPHS[kind]} />
    </svg>
  );
}
