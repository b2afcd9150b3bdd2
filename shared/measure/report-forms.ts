import { text } from './define.ts';
import { REPORT_FORM } from './legal-basis.ts';
import type { BilingualText, Dimension } from './measure.ts';

/** A statutory report: which measures its columns are, and which of them must add up to which. */
export interface ReportForm {
  readonly id: string;
  readonly name: BilingualText;
  readonly legalBasis: BilingualText;
  /** A row is one value of one of these. */
  readonly rowsBy: readonly Dimension[];
  /** In the order of the paper; `measures` of the query that fills it. */
  readonly columns: readonly ReportColumn[];
  readonly identities: readonly ReportIdentity[];
}

export interface ReportColumn {
  readonly group: BilingualText;
  readonly name: BilingualText;
  readonly measure: string;
}

/** Holds in every row and in the grand total, which is the sum of the rows. */
export interface ReportIdentity {
  readonly total: string;
  readonly parts: readonly string[];
}

const RECEIVED = text('Số hồ sơ nhận giải quyết', 'Dossiers to be handled');
const RESOLVED = text('Số hồ sơ đã giải quyết', 'Dossiers resolved');
const OPEN = text('Số hồ sơ đang giải quyết', 'Dossiers open');
const LEFT = text('Số hồ sơ rút, trả lại, dừng', 'Dossiers withdrawn, returned or stopped');
const TOTAL = text('Tổng số', 'Total');

const column = (group: BilingualText, name: BilingualText, measure: string): ReportColumn => ({
  group,
  name,
  measure: `dossier.${measure}`,
});

const identity = (total: string, ...parts: string[]): ReportIdentity => ({
  total: `dossier.${total}`,
  parts: parts.map((part) => `dossier.${part}`),
});

/**
 * Results of the unit that settles directly. The paper has no column for dossiers that left without a result, and so
 * would not add up; here they stand in one of their own. Where the fold's setting counts withdrawals as on time they
 * are in that column instead.
 */
const FORM_II06A: ReportForm = {
  id: 'II.06a',
  name: text(
    'Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan, đơn vị trực tiếp giải quyết',
    'Results of the unit that settles administrative procedures directly',
  ),
  legalBasis: REPORT_FORM,
  rowsBy: ['unit', 'field'],
  columns: [
    column(RECEIVED, TOTAL, 'receivedTotal'),
    column(RECEIVED, text('Trong kỳ: trực tuyến', 'In period: online'), 'receivedOnline'),
    column(
      RECEIVED,
      text('Trong kỳ: trực tiếp, bưu chính', 'In period: direct, post'),
      'receivedOffline',
    ),
    column(RECEIVED, text('Từ kỳ trước', 'Carried over'), 'carriedOver'),
    column(RESOLVED, TOTAL, 'resolved'),
    column(RESOLVED, text('Trước hạn', 'Early'), 'resolvedEarly'),
    column(RESOLVED, text('Đúng hạn', 'On the due day'), 'resolvedOnDueDay'),
    column(RESOLVED, text('Quá hạn', 'Late'), 'resolvedLate'),
    column(OPEN, TOTAL, 'open'),
    column(OPEN, text('Trong hạn', 'In term'), 'openInTerm'),
    column(OPEN, text('Quá hạn', 'Late'), 'openLate'),
    column(LEFT, TOTAL, 'closedOther'),
  ],
  identities: [
    identity('receivedTotal', 'receivedOnline', 'receivedOffline', 'carriedOver'),
    identity('receivedTotal', 'resolved', 'open', 'closedOther'),
    identity('resolved', 'resolvedEarly', 'resolvedOnDueDay', 'resolvedLate'),
    identity('open', 'openInTerm', 'openLate'),
  ],
};

export const REPORT_FORMS: readonly ReportForm[] = [FORM_II06A];
