/** Silence up to `LATE` cadences is in order, up to `SILENT` late. */
const LATE = 1.5;
const SILENT = 5;

/** How a source keeps its promise after a silence (ms); null: it has never sent anything. */
export function keepingOf(
  silentMs: number | null,
  cadenceMs: number,
): 'on-time' | 'late' | 'silent' | 'never' {
  if (silentMs === null) return 'never';
  if (silentMs <= cadenceMs * LATE) return 'on-time';
  return silentMs <= cadenceMs * SILENT ? 'late' : 'silent';
}
