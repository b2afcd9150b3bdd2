/** Milliseconds of the day of a clock time, `13:30`; ingest of a pack has checked its shape. */
export function clockMs(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
