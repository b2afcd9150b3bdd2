import { addressOf, goTo } from '../../ui/use-place.ts';

/** What stays in the address whatever chart is opened. */
const KEPT = ['lang', 'theme'];

function paramsFor(id: string, version?: number): URLSearchParams {
  const now = new URLSearchParams(location.search);
  const params = new URLSearchParams({ doc: id });
  if (version !== undefined) params.set('v', String(version));
  for (const name of KEPT) {
    const value = now.get(name);
    if (value !== null) params.set(name, value);
  }
  return params;
}

/** `/studio/ask?doc=<id>`: the newest version, or the one named. */
export function savedAddress(id: string, version?: number): string {
  return addressOf('/studio/ask', paramsFor(id, version));
}

export function openSaved(id: string, version?: number): void {
  goTo('/studio/ask', paramsFor(id, version));
}
