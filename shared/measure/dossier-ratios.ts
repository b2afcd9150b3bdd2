import { defineRatio, text } from './define.ts';
import { DOSSIER_FAMILY } from './dossier-counts.ts';
import {
  flowOf,
  HANDLED,
  IN_PROGRESS_ON_TIME,
  ON_TIME,
  RECEIVED,
  RECEIVED_ONLINE,
  RELEASED,
  RELEASED_ON_TIME,
  RESOLVED,
  stockOf,
} from './dossier-terms.ts';
import {
  APOLOGY_RULE,
  DECISION_766,
  NOT_FOUND,
  ONE_GATE_SOFTWARE,
  ONLINE_DECREE,
  PORTAL_FIELDS,
  REPORT_FORM,
} from './legal-basis.ts';
import type { Measure } from './measure.ts';

/** Four live formulas of an "on-time rate" stand side by side; none is "the" rate without its name. */
export const ON_TIME_RATES: readonly Measure[] = [
  defineRatio(DOSSIER_FAMILY, ON_TIME, RESOLVED, {
    id: 'dossier.onTimeRate',
    name: text('Tỷ lệ đúng hạn (trên hồ sơ đã giải quyết)', 'On-time rate (of resolved dossiers)'),
    shortName: text('Tỷ lệ đúng hạn', 'On-time rate'),
    formula: [
      'F1',
      '(trước hạn + đúng hạn) / đã giải quyết trong kỳ',
      '(early + on time) / resolved in the period',
    ],
    legalBasis: REPORT_FORM,
    direction: 'higher',
  }),
  defineRatio(DOSSIER_FAMILY, IN_PROGRESS_ON_TIME, HANDLED, {
    id: 'dossier.progressRate',
    name: text(
      'Tiến độ giải quyết (trên hồ sơ xử lý trong kỳ)',
      'Progress rate (of all dossiers handled)',
    ),
    shortName: text('Tiến độ giải quyết', 'Progress rate'),
    formula: [
      'F2',
      '(giải quyết trước và đúng hạn trong kỳ + đang giải quyết trong hạn cuối kỳ) / (đã giải quyết trong kỳ + đang giải quyết cuối kỳ)',
      '(resolved early or on time + open in term at the end) / (resolved in the period + open at the end)',
    ],
    legalBasis: DECISION_766,
    direction: 'higher',
  }),
  defineRatio(DOSSIER_FAMILY, ON_TIME, RECEIVED, {
    id: 'dossier.onTimeOfReceived',
    name: text('Tỷ lệ đúng hạn (trên hồ sơ tiếp nhận)', 'On-time share (of received dossiers)'),
    shortName: text('Đúng hạn / tiếp nhận', 'On time of received'),
    formula: [
      'F3',
      '(trước hạn + đúng hạn trong kỳ) / tiếp nhận trong kỳ',
      '(early + on time in the period) / received in the period',
    ],
    legalBasis: PORTAL_FIELDS,
    direction: 'higher',
  }),
  defineRatio(DOSSIER_FAMILY, RELEASED_ON_TIME, RELEASED, {
    id: 'dossier.onTimeOfReleased',
    name: text('Tỷ lệ đúng hạn (trên hồ sơ có kết quả)', 'On-time rate (of released results)'),
    shortName: text('Đúng hạn / có kết quả', 'On time of released'),
    formula: [
      'F4',
      '(trước hạn + đúng hạn) / hồ sơ có kết quả (trạng thái 9, 10), không bao giờ tính hồ sơ rút',
      '(early + on time) / dossiers with a result (status 9, 10), withdrawals never counted',
    ],
    legalBasis: ONE_GATE_SOFTWARE,
    direction: 'higher',
  }),
];

export const DOSSIER_SHARES: readonly Measure[] = [
  defineRatio(DOSSIER_FAMILY, RESOLVED, RECEIVED, {
    id: 'dossier.resolutionRate',
    name: text('Tỷ lệ giải quyết (trên hồ sơ tiếp nhận)', 'Resolution rate (of received dossiers)'),
    shortName: text('Tỷ lệ giải quyết', 'Resolution rate'),
    formula: [
      'resolutionRate',
      'đã giải quyết trong kỳ / tiếp nhận trong kỳ; không phải tỷ lệ đúng hạn',
      'resolved in the period / received in the period; not an on-time rate',
    ],
    legalBasis: NOT_FOUND,
    direction: 'higher',
  }),
  defineRatio(DOSSIER_FAMILY, RECEIVED_ONLINE, RECEIVED, {
    id: 'dossier.onlineShare',
    name: text(
      'Tỷ lệ hồ sơ trực tuyến (trên hồ sơ tiếp nhận)',
      'Share of online dossiers (of received)',
    ),
    shortName: text('Tỷ lệ trực tuyến', 'Online share'),
    formula: [
      'onlineShare',
      '(toàn trình + một phần) / tiếp nhận trong kỳ; chỉ số 766 tính khác (cần kết quả điện tử)',
      '(full + partial online) / received in the period; index 766 counts otherwise (needs an e-result)',
    ],
    legalBasis: ONLINE_DECREE,
    direction: 'higher',
  }),
  defineRatio(DOSSIER_FAMILY, [flowOf('returnedByPost')], RESOLVED, {
    id: 'dossier.returnedByPostShare',
    name: text(
      'Tỷ lệ trả kết quả qua bưu chính (trên hồ sơ đã giải quyết)',
      'Share of results returned by post (of resolved)',
    ),
    shortName: text('Trả qua bưu chính', 'Returned by post'),
    formula: [
      'returnedByPostShare',
      'kết quả trả qua bưu chính trong kỳ / đã giải quyết trong kỳ',
      'results returned by post in the period / resolved in the period',
    ],
    legalBasis: NOT_FOUND,
    direction: 'higher',
  }),
  defineRatio(DOSSIER_FAMILY, [flowOf('digitised')], RECEIVED, {
    id: 'dossier.digitisedShare',
    name: text(
      'Tỷ lệ số hóa hồ sơ (trên hồ sơ tiếp nhận)',
      'Share of dossiers with digitised papers (of received)',
    ),
    shortName: text('Tỷ lệ số hóa', 'Digitised share'),
    formula: [
      'digitisedShare',
      'hồ sơ có thành phần đã số hóa / tiếp nhận trong kỳ',
      'dossiers with digitised papers / received in the period',
    ],
    legalBasis: DECISION_766,
    direction: 'higher',
  }),
  defineRatio(DOSSIER_FAMILY, [flowOf('digitisedResult')], RECEIVED, {
    id: 'dossier.digitisedResultShare',
    name: text(
      'Tỷ lệ số hóa kết quả (trên hồ sơ tiếp nhận)',
      'Share of dossiers with a digitised result (of received)',
    ),
    shortName: text('Số hóa kết quả', 'Digitised results'),
    formula: [
      'digitisedResultShare',
      'hồ sơ tiếp nhận trong kỳ có kết quả đã số hóa / tiếp nhận trong kỳ',
      'dossiers received in the period whose result is digitised / received in the period',
    ],
    legalBasis: DECISION_766,
    direction: 'higher',
  }),
  defineRatio(DOSSIER_FAMILY, [flowOf('paidOnline')], [flowOf('hasFee')], {
    id: 'dossier.onlinePaymentShare',
    name: text(
      'Tỷ lệ thanh toán trực tuyến (trên hồ sơ có phí, lệ phí)',
      'Share paid online (of dossiers with a fee)',
    ),
    shortName: text('Thanh toán trực tuyến', 'Paid online'),
    formula: [
      'onlinePaymentShare',
      'hồ sơ thanh toán trực tuyến / hồ sơ có phí, lệ phí, theo ngày tiếp nhận',
      'dossiers paid online / dossiers with a fee, by the day of receipt',
    ],
    legalBasis: DECISION_766,
    direction: 'higher',
  }),
  defineRatio(
    DOSSIER_FAMILY,
    [flowOf('lateApologised'), stockOf('openLateApologised')],
    [flowOf('late'), stockOf('openLate')],
    {
      id: 'dossier.apologyBeforeDueShare',
      name: text(
        'Tỷ lệ xin lỗi trước hạn (trên hồ sơ quá hạn)',
        'Share apologised before the due day (of late dossiers)',
      ),
      shortName: text('Xin lỗi trước hạn', 'Apologised in time'),
      formula: [
        'apologyBeforeDueShare',
        'hồ sơ quá hạn có thư xin lỗi gửi trước ngày hẹn / (giải quyết quá hạn trong kỳ + đang quá hạn cuối kỳ)',
        'late dossiers with a letter sent before the due day / (resolved late in the period + open late at the end)',
      ],
      legalBasis: APOLOGY_RULE,
      direction: 'higher',
    },
  ),
];
