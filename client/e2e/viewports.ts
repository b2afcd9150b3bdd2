/** The screens a wall is built for, in CSS pixels. */
export const VIEWPORTS = {
  '1080p': { width: 1920, height: 1080 },
  '4k': { width: 3840, height: 2160 },
  'ultra-wide': { width: 7680, height: 2160 },
} as const;

export type ViewportName = keyof typeof VIEWPORTS;
