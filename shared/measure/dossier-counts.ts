import { DAY_BUDGET_MS, DOSSIERS, defineFlow, defineStock, type Family, text } from './define.ts';
import {
  flowOf,
  ON_TIME,
  OPEN,
  OPEN_IN_TERM,
  OPEN_LATE,
  RECEIVED,
  RECEIVED_ONLINE,
  RESOLVED,
  stockOf,
} from './dossier-terms.ts';
import { APOLOGY_RULE, NOT_FOUND, ONLINE_DECREE, REPORT_FORM } from './legal-basis.ts';
import { DOSSIER_DIMENSIONS, type Measure } from './measure.ts';
import { defineRestated } from './restated-measures.ts';

export const DOSSIER_FAMILY: Family = {
  source: 'dossier',
  dimensions: DOSSIER_DIMENSIONS,
  unit: DOSSIERS,
  /** Nights and Sundays bring few dossiers, so an hour's silence says nothing about the link. */
  freshnessMs: DAY_BUDGET_MS,
};

export const DOSSIER_FLOW_MEASURES: readonly Measure[] = [
  defineFlow(DOSSIER_FAMILY, RECEIVED, {
    id: 'dossier.received',
    name: text('Số hồ sơ tiếp nhận trong kỳ', 'Dossiers received in the period'),
    shortName: text('Tiếp nhận', 'Received'),
    formula: [
      'received',
      'Số hồ sơ có ngày tiếp nhận trong kỳ; không tính hồ sơ mới đăng ký (1) và không được tiếp nhận (3), không tính kỳ trước chuyển sang',
      'Dossiers whose day of receipt lies in the period; without registered (1) and refused (3) ones and without carry-over',
    ],
    legalBasis: REPORT_FORM,
  }),
  defineFlow(DOSSIER_FAMILY, RECEIVED_ONLINE, {
    id: 'dossier.receivedOnline',
    name: text('Số hồ sơ tiếp nhận trực tuyến', 'Dossiers received online'),
    shortName: text('Trực tuyến', 'Online'),
    formula: [
      'receivedOnline',
      'Hồ sơ tiếp nhận qua dịch vụ công toàn trình và một phần',
      'Dossiers received by full or partial online service',
    ],
    legalBasis: ONLINE_DECREE,
    direction: 'higher',
  }),
  defineFlow(DOSSIER_FAMILY, RESOLVED, {
    id: 'dossier.resolved',
    name: text('Số hồ sơ đã giải quyết trong kỳ', 'Dossiers resolved in the period'),
    shortName: text('Đã giải quyết', 'Resolved'),
    formula: [
      'resolved',
      'Trước hạn + đúng hạn + quá hạn, theo ngày kết thúc xử lý (trạng thái 9, 10)',
      'Early + on time + late, by the day processing ended (status 9, 10)',
    ],
    legalBasis: REPORT_FORM,
  }),
  defineFlow(DOSSIER_FAMILY, [flowOf('early')], {
    id: 'dossier.resolvedEarly',
    name: text('Số hồ sơ giải quyết trước hạn', 'Dossiers resolved before the due day'),
    shortName: text('Trước hạn', 'Early'),
    formula: [
      'resolvedEarly',
      'Ngày kết thúc xử lý trước ngày hẹn trả; là một phần của “trước và đúng hạn”',
      'Processing ended before the due day; a part of “early and on time”',
    ],
    legalBasis: REPORT_FORM,
    direction: 'higher',
  }),
  defineFlow(DOSSIER_FAMILY, ON_TIME, {
    id: 'dossier.resolvedOnTime',
    name: text('Số hồ sơ giải quyết trước và đúng hạn', 'Dossiers resolved early or on time'),
    shortName: text('Trước và đúng hạn', 'Early or on time'),
    formula: [
      'resolvedOnTime',
      'Trước hạn + đúng hạn: ngày kết thúc xử lý không sau ngày hẹn trả, hoặc không có ngày hẹn (tử số của F1)',
      'Early + on time: processing ended not after the due day, or there was none (numerator of F1)',
    ],
    legalBasis: REPORT_FORM,
    direction: 'higher',
  }),
  defineFlow(DOSSIER_FAMILY, [flowOf('late')], {
    id: 'dossier.resolvedLate',
    name: text('Số hồ sơ giải quyết quá hạn', 'Dossiers resolved late'),
    shortName: text('Quá hạn', 'Late'),
    formula: [
      'resolvedLate',
      'Ngày kết thúc xử lý sau ngày hẹn trả; thư xin lỗi không dời ngày hẹn',
      'Processing ended after the due day; an apology letter does not move it',
    ],
    legalBasis: REPORT_FORM,
    direction: 'lower',
  }),
  defineFlow(DOSSIER_FAMILY, [flowOf('closedOther')], {
    id: 'dossier.closedOther',
    name: text('Số hồ sơ rút, trả lại hoặc dừng xử lý', 'Dossiers withdrawn, returned or stopped'),
    shortName: text('Rút, dừng', 'Withdrawn, stopped'),
    formula: [
      'closedOther',
      'Hồ sơ rời diện đang giải quyết mà không có kết quả (trạng thái 7, 8)',
      'Dossiers that left the open stock without a result (status 7, 8)',
    ],
    legalBasis: REPORT_FORM,
  }),
  defineFlow(DOSSIER_FAMILY, [flowOf('returnedByPost')], {
    id: 'dossier.returnedByPost',
    name: text('Số kết quả trả qua bưu chính', 'Results returned by post'),
    shortName: text('Trả qua bưu chính', 'Returned by post'),
    formula: [
      'returnedByPost',
      'Hồ sơ có kết quả trả qua dịch vụ bưu chính, theo ngày trả',
      'Dossiers whose result went by post, by the day of return',
    ],
    legalBasis: NOT_FOUND,
    direction: 'higher',
  }),
  defineFlow(DOSSIER_FAMILY, [flowOf('apologies')], {
    id: 'dossier.apologies',
    name: text('Số thư xin lỗi đã gửi', 'Apology letters sent'),
    shortName: text('Thư xin lỗi', 'Apologies'),
    formula: [
      'apologies',
      'Thư xin lỗi theo ngày gửi',
      'Apology letters by the day they were sent',
    ],
    legalBasis: APOLOGY_RULE,
  }),
  defineRestated(
    DOSSIER_FAMILY,
    text(
      'ngày tiếp nhận, đơn vị, cấp, lĩnh vực, kênh, hoặc ngày kết thúc, hạn trả của hồ sơ đã kết thúc',
      'the day of receipt, unit, level, field or channel, or when a closed dossier was closed or due',
    ),
  ),
];

const AT_END_VI = 'cuối kỳ (hoặc đến hôm nay)';
const AT_END_EN = 'at the period’s end (or today)';

export const DOSSIER_STOCK_MEASURES: readonly Measure[] = [
  defineStock(DOSSIER_FAMILY, OPEN, {
    id: 'dossier.open',
    name: text('Số hồ sơ đang giải quyết', 'Dossiers open'),
    shortName: text('Đang giải quyết', 'Open'),
    formula: [
      'open',
      `Tiếp nhận − đã giải quyết − rút, dừng, cộng dồn đến ${AT_END_VI}`,
      `Received − resolved − withdrawn or stopped, all time up to and ${AT_END_EN}`,
    ],
    legalBasis: REPORT_FORM,
  }),
  defineStock(DOSSIER_FAMILY, OPEN_IN_TERM, {
    id: 'dossier.openInTerm',
    name: text('Số hồ sơ đang giải quyết trong hạn', 'Dossiers open and in term'),
    shortName: text('Trong hạn', 'In term'),
    formula: [
      'openInTerm',
      `Đang giải quyết − đang giải quyết quá hạn, ${AT_END_VI}; gồm cả hồ sơ chờ bổ sung`,
      `Open − open late, ${AT_END_EN}; those waiting for the citizen included`,
    ],
    legalBasis: REPORT_FORM,
  }),
  defineStock(DOSSIER_FAMILY, OPEN_LATE, {
    id: 'dossier.openLate',
    name: text('Số hồ sơ đang giải quyết đã quá hạn', 'Dossiers open and late'),
    shortName: text('Đang quá hạn', 'Open late'),
    formula: [
      'openLate',
      `Hồ sơ chưa giải quyết, không tạm dừng, ngày hẹn trả đã qua, ${AT_END_VI}`,
      `Unresolved, not paused, due day gone by, ${AT_END_EN}`,
    ],
    legalBasis: REPORT_FORM,
    direction: 'lower',
  }),
  defineStock(DOSSIER_FAMILY, [stockOf('paused')], {
    id: 'dossier.paused',
    name: text('Số hồ sơ tạm dừng chờ công dân', 'Dossiers waiting for the citizen'),
    shortName: text('Chờ bổ sung', 'Paused'),
    formula: [
      'paused',
      `Hồ sơ chờ bổ sung giấy tờ hoặc nghĩa vụ tài chính (trạng thái 5, 6), ${AT_END_VI}`,
      `Dossiers waiting for papers or payment (status 5, 6), ${AT_END_EN}`,
    ],
    legalBasis: REPORT_FORM,
  }),
  defineStock(DOSSIER_FAMILY, [stockOf('dueSoon')], {
    id: 'dossier.dueSoon',
    name: text('Số hồ sơ sắp hết hạn', 'Dossiers due today or tomorrow'),
    shortName: text('Sắp hết hạn', 'Due soon'),
    formula: [
      'dueSoon',
      `Hồ sơ chưa giải quyết, không tạm dừng, hẹn trả trong ngày hoặc ngày hôm sau, ${AT_END_VI}`,
      `Unresolved, not paused, due on the day or the next, ${AT_END_EN}`,
    ],
    legalBasis: REPORT_FORM,
    direction: 'lower',
  }),
  defineStock(DOSSIER_FAMILY, [stockOf('dueIn8h')], {
    id: 'dossier.dueIn8h',
    name: text(
      'Số hồ sơ đến hạn trong 8 giờ làm việc tới',
      'Dossiers due within the next 8 working hours',
    ),
    shortName: text('Đến hạn trong 8 giờ', 'Due in 8 working hours'),
    formula: [
      'dueIn8h',
      `Hồ sơ chưa giải quyết, không tạm dừng, chưa quá hạn, hẹn trả không muộn hơn ngày làm việc mà 8 giờ làm việc tới kết thúc; tính theo ngày như khi xét quá hạn, theo lịch làm việc của tỉnh, ${AT_END_VI}`,
      `Unresolved, not paused, not late, due no later than the working day on which the next 8 working hours end; counted by the day, as lateness is, by the province’s calendar, ${AT_END_EN}`,
    ],
    legalBasis: REPORT_FORM,
    direction: 'lower',
  }),
];
