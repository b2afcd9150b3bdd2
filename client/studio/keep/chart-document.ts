import { Check } from 'typebox/value';
import { Chart } from '../../../shared/chart/chart.ts';
import type { DocumentHead, StoredDocument } from '../../../shared/document/document.ts';
import { searchKey } from '../../../shared/unit/text.ts';
import type { Called } from '../call.ts';
import type { Studio } from '../studio-context.ts';

type Call = Studio['call'];

const CHARTS = '/api/v1/documents/chart';

/** Which version of which saved chart the address came from. */
export interface ChartOrigin {
  readonly id: string;
  readonly version: number;
}

/** `doc` and `v` of the address; null where the chart was never saved, or its version is not known. */
export function originOf(params: URLSearchParams): ChartOrigin | null {
  const [id, version] = [params.get('doc'), Number(params.get('v') ?? '0')];
  return id !== null && Number.isInteger(version) && version > 0 ? { id, version } : null;
}

const LONGEST_SLUG = 48;
const SUFFIX_LETTERS = 6;

/** An id from a title, `ty-le-dung-han-k3f9x2`: `random` (0–1) keeps two of one title apart. */
export function newChartId(title: string, random: () => number): string {
  const slug = searchKey(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_SLUG);
  const letters = Array.from({ length: SUFFIX_LETTERS }, () =>
    Math.floor(random() * 36).toString(36),
  );
  return [slug, letters.join('')].filter(Boolean).join('-').replace(/--+/g, '-');
}

export function listCharts(call: Call): Promise<Called<readonly DocumentHead[]>> {
  return call(CHARTS);
}

export function historyOfChart(call: Call, id: string): Promise<Called<readonly DocumentHead[]>> {
  return call(`${CHARTS}/${id}/history`);
}

/** The newest version without one. */
export function readChart(
  call: Call,
  id: string,
  version?: number,
): Promise<Called<StoredDocument>> {
  return call(`${CHARTS}/${id}${version === undefined ? '' : `?version=${version}`}`);
}

/** The next version, made from `ifVersion`; 0 for a new chart. */
export function saveChart(
  call: Call,
  id: string,
  chart: Chart,
  ifVersion: number,
): Promise<Called<DocumentHead>> {
  const body = { ifVersion, title: chart.title, body: chart };
  return call(`${CHARTS}/${id}`, { method: 'PUT', body });
}

export function removeChart(
  call: Call,
  { id, version }: DocumentHead,
): Promise<Called<DocumentHead>> {
  return call(`${CHARTS}/${id}?ifVersion=${version}`, { method: 'DELETE' });
}

/** What a document says, where that is a chart. */
export function chartIn({ body }: StoredDocument): Chart | null {
  return Check(Chart, body) ? body : null;
}
