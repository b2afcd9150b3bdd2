import type { CodeHit, CodePages } from '../fold/dossier-view.ts';
import type { Turns } from './slices.ts';

/** Longest stretch without a pause, ms. */
const SLICE_MS = 3;

export interface CodeHits {
  /** Records whose code begins with the text, and others that hold it; newest first. */
  readonly beginning: readonly number[];
  readonly inside: readonly number[];
}

/** The newest dossiers with a text in their codes, no more than `limit` of either kind. */
export async function findCodes(
  codes: CodePages,
  text: string,
  limit: number,
  isWanted: (record: number) => boolean,
  { monoMs, pause }: Turns,
): Promise<CodeHits> {
  const found = { beginning: [] as number[], inside: [] as number[] };
  let startedMs = monoMs();
  for (let page = codes.pages - 1; page >= 0; page--) {
    const hits = codes.with(text, page);
    if (takeHits(hits, found, limit, isWanted)) break;
    if (monoMs() - startedMs < SLICE_MS) continue;
    await pause();
    startedMs = monoMs();
  }
  return found;
}

/** Learns all codes there are, newest first, a page a step. */
export function* learnCodes(codes: CodePages): IterableIterator<void> {
  for (let page = codes.pages - 1; page >= 0; page--) {
    codes.learn(page);
    yield;
  }
}

/** True when there are enough. */
function takeHits(
  hits: Iterable<CodeHit>,
  found: { readonly beginning: number[]; readonly inside: number[] },
  limit: number,
  isWanted: (record: number) => boolean,
): boolean {
  for (const { record, isBeginning } of hits) {
    const list = isBeginning ? found.beginning : found.inside;
    if (isWanted(record)) list.push(record);
    if (list.length >= limit) return true;
  }
  return false;
}
