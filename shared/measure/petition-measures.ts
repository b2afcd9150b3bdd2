import {
  DAY_BUDGET_MS,
  defineFlow,
  defineRatio,
  defineStock,
  type Family,
  text,
} from './define.ts';
import { flowOf, stockOf } from './dossier-terms.ts';
import { DECISION_766, NOT_FOUND, OWN_DEFINITION } from './legal-basis.ts';
import { type Measure, PETITION_DIMENSIONS, type Term } from './measure.ts';
import { defineRestated } from './restated-measures.ts';

const FAMILY: Family = {
  source: 'petition',
  dimensions: PETITION_DIMENSIONS,
  unit: text('phản ánh', 'petitions'),
  /** A weekend may bring none. */
  freshnessMs: 3 * DAY_BUDGET_MS,
};

const IN_TIME = [flowOf('answeredInTime')];
const LATE = [flowOf('answeredLate')];
const ANSWERED = [...IN_TIME, ...LATE];
const less = (until: string): Term => ({ until, sign: -1 });

const COUNTS: readonly Measure[] = [
  defineFlow(FAMILY, [flowOf('received')], {
    id: 'petition.received',
    name: text('Số phản ánh, kiến nghị tiếp nhận', 'Petitions received'),
    shortName: text('Phản ánh tiếp nhận', 'Petitions received'),
    formula: ['received', 'Theo ngày tiếp nhận trong kỳ', 'By the day of receipt in the period'],
    legalBasis: NOT_FOUND,
  }),
  defineFlow(FAMILY, ANSWERED, {
    id: 'petition.answered',
    name: text('Số phản ánh, kiến nghị đã trả lời', 'Petitions answered'),
    shortName: text('Đã trả lời', 'Answered'),
    formula: [
      'answered',
      'Trong hạn + quá hạn, theo ngày trả lời',
      'In time + late, by the day of the answer',
    ],
    legalBasis: NOT_FOUND,
    direction: 'higher',
  }),
  defineFlow(FAMILY, IN_TIME, {
    id: 'petition.answeredInTime',
    name: text('Số phản ánh, kiến nghị trả lời trong hạn', 'Petitions answered in time'),
    shortName: text('Trả lời trong hạn', 'Answered in time'),
    formula: [
      'answeredInTime',
      'Ngày trả lời không sau ngày hẹn, hoặc không có ngày hẹn',
      'Answered not after the due day, or there was none',
    ],
    legalBasis: NOT_FOUND,
    direction: 'higher',
  }),
  defineFlow(FAMILY, LATE, {
    id: 'petition.answeredLate',
    name: text('Số phản ánh, kiến nghị trả lời quá hạn', 'Petitions answered late'),
    shortName: text('Trả lời quá hạn', 'Answered late'),
    formula: ['answeredLate', 'Ngày trả lời sau ngày hẹn', 'Answered after the due day'],
    legalBasis: NOT_FOUND,
    direction: 'lower',
  }),
  defineFlow(FAMILY, [flowOf('published')], {
    id: 'petition.published',
    name: text('Số kết quả trả lời được công khai', 'Answers made public'),
    shortName: text('Đã công khai', 'Made public'),
    formula: ['published', 'Theo ngày công khai kết quả', 'By the day the answer was made public'],
    legalBasis: NOT_FOUND,
    direction: 'higher',
  }),
  defineStock(FAMILY, [stockOf('received'), less('answeredInTime'), less('answeredLate')], {
    id: 'petition.open',
    name: text('Số phản ánh, kiến nghị đang xử lý', 'Petitions open'),
    shortName: text('Đang xử lý', 'Open'),
    formula: [
      'open',
      'Tiếp nhận − đã trả lời, cộng dồn đến cuối kỳ (hoặc đến hôm nay)',
      'Received − answered, all time up to the period’s end (or today)',
    ],
    legalBasis: NOT_FOUND,
  }),
  defineStock(FAMILY, [stockOf('openLate')], {
    id: 'petition.openLate',
    name: text('Số phản ánh, kiến nghị chưa trả lời đã quá hạn', 'Petitions open and late'),
    shortName: text('Đang quá hạn', 'Open late'),
    formula: [
      'openLate',
      'Chưa trả lời, ngày hẹn đã qua, cuối kỳ (hoặc đến hôm nay)',
      'Unanswered, due day gone by, at the period’s end (or today)',
    ],
    legalBasis: NOT_FOUND,
    direction: 'lower',
  }),
  defineRestated(
    FAMILY,
    text(
      'ngày tiếp nhận, đơn vị, lĩnh vực hoặc ngày trả lời của phản ánh',
      'the day of receipt, unit, field or day of the answer of a petition',
    ),
  ),
];

const SHARES: readonly Measure[] = [
  defineRatio(FAMILY, IN_TIME, ANSWERED, {
    id: 'petition.inTimeRate',
    name: text('Tỷ lệ phản ánh, kiến nghị trả lời trong hạn', 'Petitions answered in time'),
    shortName: text('Trả lời trong hạn', 'In time'),
    formula: [
      'inTime',
      'trả lời trong hạn / (trong hạn + quá hạn), theo ngày trả lời',
      'answered in time / (in time + late), by the day of the answer',
    ],
    legalBasis: DECISION_766,
    direction: 'higher',
  }),
  defineRatio(FAMILY, [flowOf('receivedAnswered')], [flowOf('received')], {
    id: 'petition.answeredShare',
    name: text('Tỷ lệ phản ánh, kiến nghị đã trả lời', 'Share of petitions answered'),
    shortName: text('Tỷ lệ trả lời', 'Answered'),
    formula: [
      'answeredShare',
      'số tiếp nhận trong kỳ nay đã trả lời / số tiếp nhận trong kỳ',
      'received in the period and answered by now / received in the period',
    ],
    legalBasis: OWN_DEFINITION,
    direction: 'higher',
  }),
  defineRatio(FAMILY, [flowOf('answeredPublished')], ANSWERED, {
    id: 'petition.publishedShare',
    name: text('Tỷ lệ kết quả trả lời được công khai', 'Share of answers made public'),
    shortName: text('Tỷ lệ công khai', 'Made public'),
    formula: [
      'publishedShare',
      'đã trả lời trong kỳ và nay đã công khai / đã trả lời trong kỳ',
      'answered in the period and public by now / answered in the period',
    ],
    legalBasis: OWN_DEFINITION,
    direction: 'higher',
  }),
  defineRatio(FAMILY, [flowOf('satisfied')], [flowOf('rated')], {
    id: 'petition.satisfactionRate',
    name: text('Tỷ lệ hài lòng về trả lời phản ánh, kiến nghị', 'Satisfaction with answers'),
    shortName: text('Hài lòng', 'Satisfied'),
    formula: [
      'satisfaction',
      'số đánh giá hài lòng / số có đánh giá, theo ngày trả lời',
      'rated as satisfied / rated, by the day of the answer',
    ],
    legalBasis: DECISION_766,
    direction: 'higher',
  }),
];

export const PETITION_MEASURES: readonly Measure[] = [...COUNTS, ...SHARES];
