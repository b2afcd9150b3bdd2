import { DAY_BUDGET_MS, defineFlow, defineMean, defineStock, type Family, text } from './define.ts';
import { flowOf, stockOf } from './dossier-terms.ts';
import { OWN_DEFINITION } from './legal-basis.ts';
import { INCIDENT_DIMENSIONS, type Measure } from './measure.ts';
import { defineRestated } from './restated-measures.ts';

const FAMILY: Family = {
  source: 'incident',
  dimensions: INCIDENT_DIMENSIONS,
  unit: text('vụ', 'incidents'),
  freshnessMs: DAY_BUDGET_MS,
};

export const INCIDENT_MEASURES: readonly Measure[] = [
  defineFlow(FAMILY, [flowOf('opened')], {
    id: 'incident.opened',
    name: text('Số sự cố, vụ việc phát sinh', 'Incidents opened'),
    shortName: text('Phát sinh', 'Opened'),
    formula: ['opened', 'Theo ngày phát sinh trong kỳ', 'By the day they began in the period'],
    legalBasis: OWN_DEFINITION,
    direction: 'lower',
  }),
  defineFlow(FAMILY, [flowOf('closed')], {
    id: 'incident.closed',
    name: text('Số sự cố, vụ việc đã xử lý xong', 'Incidents closed'),
    shortName: text('Xử lý xong', 'Closed'),
    formula: ['closed', 'Theo ngày xử lý xong trong kỳ', 'By the day they were closed'],
    legalBasis: OWN_DEFINITION,
  }),
  defineStock(FAMILY, [stockOf('opened'), { until: 'closed', sign: -1 }], {
    id: 'incident.open',
    name: text('Số sự cố, vụ việc đang xử lý', 'Incidents open'),
    shortName: text('Đang xử lý', 'Open'),
    formula: [
      'open',
      'Phát sinh − xử lý xong, cộng dồn đến cuối kỳ (hoặc đến hôm nay)',
      'Opened − closed, all time up to the period’s end (or today)',
    ],
    legalBasis: OWN_DEFINITION,
    direction: 'lower',
  }),
  defineMean(
    { ...FAMILY, unit: text('giờ', 'hours') },
    { num: [flowOf('closedMinutes')], den: [flowOf('closed')], scale: 1 / 60 },
    {
      id: 'incident.meanHours',
      name: text('Thời gian xử lý sự cố trung bình', 'Mean time to close an incident'),
      shortName: text('Thời gian xử lý', 'Time to close'),
      formula: [
        'meanHours',
        'tổng thời gian từ phát sinh đến xử lý xong / số vụ xử lý xong trong kỳ',
        'time from opened to closed, summed / incidents closed in the period',
      ],
      legalBasis: OWN_DEFINITION,
      direction: 'lower',
    },
  ),
  defineRestated(
    FAMILY,
    text(
      'ngày phát sinh, đơn vị, loại, mức độ, địa điểm hoặc ngày xử lý xong của sự cố',
      'when an incident began or was closed, its unit, kind, severity or place',
    ),
  ),
];
