import { defineFlow, defineStock, text } from './define.ts';
import { DOSSIER_FAMILY } from './dossier-counts.ts';
import { CARRIED_OVER, flowOf, ON_DUE_DAY, RECEIVED, RECEIVED_OFFLINE } from './dossier-terms.ts';
import { REPORT_FORM } from './legal-basis.ts';
import type { Measure } from './measure.ts';

/** Of one period only: what is carried into each month is not carried into the year. */
const NOT_OVER_TIME = { units: 'sum', time: 'none' } as const;

/** What form II.06a needs beside the counts; see `report-forms.ts`. */
export const DOSSIER_REPORT_MEASURES: readonly Measure[] = [
  {
    ...defineStock(DOSSIER_FAMILY, CARRIED_OVER, {
      id: 'dossier.carriedOver',
      name: text('Số hồ sơ từ kỳ trước chuyển sang', 'Dossiers carried over into the period'),
      shortName: text('Kỳ trước chuyển sang', 'Carried over'),
      formula: [
        'carriedOver',
        'Hồ sơ đang giải quyết vào cuối ngày trước ngày đầu kỳ: bằng “đang giải quyết” của kỳ liền trước',
        'Dossiers open at the end of the day before the period: what was open at the end of the period before',
      ],
      legalBasis: REPORT_FORM,
    }),
    additivity: NOT_OVER_TIME,
  },
  {
    ...defineFlow(DOSSIER_FAMILY, [...CARRIED_OVER, ...RECEIVED], {
      id: 'dossier.receivedTotal',
      name: text('Tổng số hồ sơ nhận giải quyết', 'Dossiers to be handled in the period'),
      shortName: text('Tổng tiếp nhận', 'To be handled'),
      formula: [
        'receivedTotal',
        'Tiếp nhận trong kỳ + từ kỳ trước chuyển sang; bằng đã giải quyết + đang giải quyết + rút, trả lại, dừng',
        'Received in the period + carried over; equals resolved + open + withdrawn, returned or stopped',
      ],
      legalBasis: REPORT_FORM,
    }),
    additivity: NOT_OVER_TIME,
  },
  defineFlow(DOSSIER_FAMILY, RECEIVED_OFFLINE, {
    id: 'dossier.receivedOffline',
    name: text(
      'Số hồ sơ tiếp nhận trực tiếp, qua bưu chính',
      'Dossiers received at the desk or by post',
    ),
    shortName: text('Trực tiếp, bưu chính', 'Direct, post'),
    formula: [
      'receivedOffline',
      'Hồ sơ tiếp nhận trong kỳ tại bộ phận một cửa hoặc qua dịch vụ bưu chính',
      'Dossiers received in the period at the one-stop desk or by post',
    ],
    legalBasis: REPORT_FORM,
  }),
  defineFlow(DOSSIER_FAMILY, ON_DUE_DAY, {
    id: 'dossier.resolvedOnDueDay',
    name: text('Số hồ sơ giải quyết đúng hạn', 'Dossiers resolved on the due day'),
    shortName: text('Đúng hạn', 'On the due day'),
    formula: [
      'resolvedOnDueDay',
      'Ngày kết thúc xử lý đúng ngày hẹn trả, hoặc không có ngày hẹn; không gồm hồ sơ trước hạn',
      'Processing ended on the due day, or there was none; without the early ones',
    ],
    legalBasis: REPORT_FORM,
    direction: 'higher',
  }),
  defineFlow(DOSSIER_FAMILY, [flowOf('withdrawnOnTime')], {
    id: 'dossier.withdrawnOnTime',
    name: text(
      'Số hồ sơ rút, trả lại được tính đúng hạn',
      'Dossiers withdrawn or returned that count as on time',
    ),
    shortName: text('Rút tính đúng hạn', 'Withdrawn, on time'),
    formula: [
      'withdrawnOnTime',
      'Trạng thái 7 khi tỉnh chọn tính là đúng hạn, là một phần của “đúng hạn”; nếu không thì bằng 0 và nằm trong “rút, dừng”',
      'Status 7 where the province counts it as on time, a part of “on the due day”; else 0, and among “withdrawn, stopped”',
    ],
    legalBasis: REPORT_FORM,
  }),
];
