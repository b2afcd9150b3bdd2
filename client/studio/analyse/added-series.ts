import type { Anomalies } from '../../../shared/analysis/anomalies.ts';
import type { Forecast } from '../../../shared/analysis/forecast.ts';
import type { AddedSeries } from '../../../shared/chart/chart-picture.ts';

interface Named {
  readonly measure: string;
  readonly expected: string;
  readonly anomaly: string;
}

/** What was expected, as a dashed line in its band, and marks on what strayed. */
export function anomalySeries({ judged }: Anomalies, named: Named): readonly AddedSeries[] {
  const { measure } = named;
  return [
    {
      id: 'expected',
      name: named.expected,
      measure,
      manner: 'expected',
      points: judged.map(({ key, expected, low, high }) => ({ key, value: expected, low, high })),
    },
    {
      id: 'anomaly',
      name: named.anomaly,
      measure,
      manner: 'anomaly',
      points: judged
        .filter(({ verdict }) => verdict !== 'ordinary')
        .map(({ key, value }) => ({ key, value })),
    },
  ];
}

/** What may come, dashed and in its band; it never begins on a figure. */
export function forecastSeries(
  { ahead }: Forecast,
  { measure, name }: { readonly measure: string; readonly name: string },
): readonly AddedSeries[] {
  return [{ id: 'forecast', name, measure, manner: 'forecast', points: ahead }];
}
