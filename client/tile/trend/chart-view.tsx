import { useEffect, useRef } from 'react';
import { designScale } from '../../ui/tokens.ts';
import { type Chart, createChart } from '../../viz/chart.ts';
import type { TrendPicture } from '../../viz/trend-picture.ts';

/** Hands pictures to the chart, which owns its canvas and outlives every render. */
export function ChartView({ picture }: { picture: TrendPicture }) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  useEffect(() => {
    if (!host.current) return;
    const made = createChart(host.current, designScale);
    chart.current = made;
    return () => {
      chart.current = null;
      made.close();
    };
  }, []);
  useEffect(() => chart.current?.show(picture), [picture]);
  return <div ref={host} className="chart-host" />;
}
