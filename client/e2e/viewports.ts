export const VIEWPORT_NAMES = ['1080p', '4k', 'ultra-wide'] as const;
