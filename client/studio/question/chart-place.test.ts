import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf, chartParams, type DraftChart } from './chart-place.ts';

const text = fc.string({ minLength: 1, maxLength: 40 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const day = fc.constantFrom('2023-01-01', '2023-06-15', '2023-12-31');
const texts = fc.uniqueArray(text, { minLength: 1, maxLength: 4 });

const query = fc.record(
  {
    measures: texts,
    unit: text,
    period: fc.oneof(
      fc.record({ from: day, to: day }),
      fc.constantFrom({ relative: 'this-year' as const }, { relative: 'last-30-days' as const }),
    ),
    level: fc.constantFrom('district' as const, 'commune' as const),
    by: fc.constantFrom(['unit' as const], ['field' as const, 'channel' as const]),
    grain: fc.constantFrom('day' as const, 'month' as const),
    compare: fc.constantFrom('previous-period' as const, 'target' as const),
    borders: fc.constant('today' as const),
    asOf: fc.constant('2023-12-29T16:00:00+07:00'),
    programme: texts,
    filter: fc.oneof(fc.record({ channel: texts }), fc.record({ field: texts, agency: texts })),
    top: fc.record({
      n: fc.integer({ min: 1, max: 1000 }),
      order: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
  },
  { requiredKeys: ['measures', 'unit', 'period'] },
);
const chart: fc.Arbitrary<DraftChart> = fc
  .record({
    query,
    form: maybe(fc.constantFrom('line' as const, 'map' as const, 'ranking' as const)),
    title: maybe(text),
    measures: maybe(texts),
    notes: maybe(fc.array(fc.record({ at: day, text }), { minLength: 1, maxLength: 3 })),
    order: maybe(fc.constantFrom('best-first' as const, 'as-asked' as const)),
    limit: maybe(fc.integer({ min: 1, max: 100 })),
  })
  .map((all) => JSON.parse(JSON.stringify(all)) as DraftChart);

describe('a chart in the address', () => {
  it('comes back as it went, whatever it says', () => {
    fc.assert(
      fc.property(chart, (each) => {
        const address = chartParams(each).toString();
        expect(chartOf(new URLSearchParams(address), '74')).toEqual(each);
      }),
    );
  });
  it('leaves alone what belongs to the page', () => {
    const others = new URLSearchParams('lang=en&m=old&f.field=old&theme=light');
    const draft: DraftChart = {
      query: { measures: ['new'], unit: '74', period: { relative: 'today' } },
    };
    expect(chartParams(draft, others).toString()).toBe('m=new&u=74&p=today&lang=en&theme=light');
  });
  it('asks the province and the last twelve months where nothing else is said', () => {
    expect(chartOf(new URLSearchParams('m=dossier.received'), '74')).toEqual({
      query: {
        measures: ['dossier.received'],
        unit: '74',
        period: { relative: 'last-12-months' },
      },
    });
  });
  it('is none without a measure, or with what no question has', () => {
    expect(chartOf(new URLSearchParams('u=718'), '74')).toBeNull();
    expect(chartOf(new URLSearchParams('m=a&g=hourly'), '74')).toBeNull();
    expect(chartOf(new URLSearchParams('m=a&p=2023-01-01..soon'), '74')).toBeNull();
  });
});
