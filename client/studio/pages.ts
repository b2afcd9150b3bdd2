import type { ComponentType } from 'react';
import type { BilingualText } from '../../shared/measure/measure.ts';

/** One page of the studio: `/studio/<id>`, its code loaded when it is first opened. */
export interface StudioPageEntry {
  readonly id: string;
  readonly title: BilingualText;
  readonly load: () => Promise<ComponentType>;
}

/** In the order of the header. A page takes what it needs from `useStudio`, and its state from the address. */
export const PAGES: readonly StudioPageEntry[] = [
  {
    id: 'ask',
    title: { vi: 'Hỏi số liệu', en: 'Ask' },
    load: async () => (await import('./ask/ask-page.tsx')).AskPage,
  },
  {
    id: 'pivot',
    title: { vi: 'Bảng chéo', en: 'Pivot' },
    load: async () => (await import('./pivot/pivot-page.tsx')).PivotPage,
  },
  {
    id: 'compare',
    title: { vi: 'So sánh hai bên', en: 'Compare' },
    load: async () => (await import('./compare/compare-page.tsx')).ComparePage,
  },
  {
    id: 'analyse',
    title: { vi: 'Phân tích', en: 'Analyse' },
    load: async () => (await import('./analyse/analyse-page.tsx')).AnalysePage,
  },
  {
    id: 'report-06a',
    title: { vi: 'Biểu II.06a', en: 'Form II.06a' },
    load: async () => (await import('./report-06a/report-page.tsx')).ReportPage,
  },
  {
    id: 'score-766',
    title: { vi: 'Chỉ số 766', en: 'Index 766' },
    load: async () => (await import('./score-766/score-page.tsx')).ScorePage,
  },
  {
    id: 'measures',
    title: { vi: 'Danh mục chỉ tiêu', en: 'Measures' },
    load: async () => (await import('./catalogue/measures-page.tsx')).MeasuresPage,
  },
  {
    id: 'saved',
    title: { vi: 'Đã lưu', en: 'Saved' },
    load: async () => (await import('./keep/saved-page.tsx')).SavedPage,
  },
  {
    id: 'briefs',
    title: { vi: 'Bản tin', en: 'Briefs' },
    load: async () => (await import('./briefs/briefs-page.tsx')).BriefsPage,
  },
  {
    id: 'board',
    title: { vi: 'Bảng màn hình', en: 'Boards' },
    load: async () => (await import('./editor/editor-page.tsx')).EditorPage,
  },
];
