import { useEffect, useState } from 'react';
import { faultsIn } from '../../../shared/board/edit/faults.ts';
import { Chart } from '../../../shared/chart/chart.ts';
import type { DocumentHead, StoredDocument } from '../../../shared/document/document.ts';
import { type Studio, useStudio } from '../studio-context.ts';

export interface SavedChart {
  readonly id: string;
  readonly chart: Chart;
}

const NEWEST = 12;

/** Charts that were saved in the studio, newest first; `wanted` is among them if it is there at all. */
export function useSavedCharts(wanted: string | null): readonly SavedChart[] {
  const { call } = useStudio();
  const [charts, setCharts] = useState<readonly SavedChart[]>([]);
  useEffect(() => {
    let isGone = false;
    void readCharts(call, wanted).then((read) => {
      if (!isGone) setCharts(read);
    });
    return () => {
      isGone = true;
    };
  }, [call, wanted]);
  return charts;
}

async function readCharts(call: Studio['call'], wanted: string | null): Promise<SavedChart[]> {
  const heads = await call<readonly DocumentHead[]>('/api/v1/documents/chart');
  const newest = 'body' in heads ? heads.body.map(({ id }) => id) : [];
  const ids = new Set([...(wanted === null ? [] : [wanted]), ...newest.slice(0, NEWEST)]);
  const read = await Promise.all([...ids].map((id) => readChart(call, id)));
  return read.flatMap((chart) => chart ?? []);
}

async function readChart(call: Studio['call'], id: string): Promise<SavedChart | null> {
  const answer = await call<StoredDocument>(`/api/v1/documents/chart/${id}`);
  if ('fault' in answer || faultsIn(Chart, answer.body.body).length > 0) return null;
  // The schema has no fault to find, so the body is a chart.
  return { id, chart: answer.body.body as unknown as Chart };
}
