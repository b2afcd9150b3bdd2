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

/** Charts that were saved in the studio, newest first. */
export function useSavedCharts(): readonly SavedChart[] {
  const { call } = useStudio();
  const [charts, setCharts] = useState<readonly SavedChart[]>([]);
  useEffect(() => {
    let isGone = false;
    void readCharts(call).then((read) => {
      if (!isGone) setCharts(read);
    });
    return () => {
      isGone = true;
    };
  }, [call]);
  return charts;
}

async function readCharts(call: Studio['call']): Promise<SavedChart[]> {
  const heads = await call<readonly DocumentHead[]>('/api/v1/documents/chart');
  const newest = 'body' in heads ? heads.body.map(({ id }) => id) : [];
  const read = await Promise.all(newest.slice(0, NEWEST).map((id) => readChart(call, id)));
  return read.flatMap((chart) => chart ?? []);
}

async function readChart(call: Studio['call'], id: string): Promise<SavedChart | null> {
  const answer = await call<StoredDocument>(`/api/v1/documents/chart/${id}`);
  if ('fault' in answer || faultsIn(Chart, answer.body.body).length > 0) return null;
  // The schema has no fault to find, so the body is a chart.
  return { id, chart: answer.body.body as unknown as Chart };
}
