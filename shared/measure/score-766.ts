import { text } from './define.ts';
import {
  flowOf,
  HANDLED,
  IN_PROGRESS_ON_TIME,
  ONLINE_CHANNELS,
  RECEIVED,
  RESOLVED,
} from './dossier-terms.ts';
import type { BilingualText, ScorePart, Term } from './measure.ts';

export type Score766PartCode =
  | 'progress'
  | 'online'
  | 'payment'
  | 'petitionsInTime'
  | 'petitionsLiked'
  | 'dossiersInTime'
  | 'electronicResult'
  | 'papersDigitised';

/** A component that events tell of. */
export interface Score766Part extends ScorePart {
  readonly code: Score766PartCode;
  readonly name: BilingualText;
  /** What is divided by what. */
  readonly formula: BilingualText;
}

/** A component of the decision that no event tells of: its points are left out of what can be reached. */
export interface Score766Gap {
  readonly name: BilingualText;
  readonly max: number;
  /** Why it cannot be computed here. */
  readonly why: BilingualText;
}

export interface Score766Group {
  readonly code: string;
  readonly name: BilingualText;
  /** Points of the group in the decision. */
  readonly max: number;
  readonly parts: readonly Score766Part[];
  readonly gaps: readonly Score766Gap[];
}

/** With an electronic result, as the index counts online dossiers. */
const ONLINE_WITH_RESULT = [flowOf('electronicResult', { channel: ONLINE_CHANNELS })];
const NOT_LATE: readonly Term[] = [...RESOLVED, { during: 'late', sign: -1 }];
const ANSWERED = [flowOf('answeredInTime'), flowOf('answeredLate')];

const ONLY_PORTAL = text(
  'chỉ Cổng Dịch vụ công quốc gia biết; không có trong dữ liệu đồng bộ về tỉnh',
  'only the National Service Portal knows; not among the data that come to the province',
);
const NO_FIELD = text(
  'hồ sơ đồng bộ không có trường dữ liệu này',
  'the dossiers that are exchanged have no such field',
);
const NO_PROCEDURES = text(
  'tính trên danh mục thủ tục, không tính trên hồ sơ; danh mục chưa kết nối',
  'computed on the list of procedures, not on dossiers; the list is not connected',
);
const gap = (vi: string, en: string, max: number, why: BilingualText): Score766Gap => ({
  name: text(vi, en),
  max,
  why,
});

/** Groups of the portal in its order; points of Decision 766/QĐ-TTg: 18 + 20 + 12 + 10 + 18 + 22 = 100. */
export const SCORE_766_GROUPS: readonly Score766Group[] = [
  {
    code: 'transparency',
    name: text('Công khai, minh bạch', 'Transparency'),
    max: 18,
    parts: [],
    gaps: [
      gap('Công bố đúng hạn', 'Published on time', 6, ONLY_PORTAL),
      gap('Cập nhật, công khai đúng hạn', 'Updated on time', 4, ONLY_PORTAL),
      gap('Nội dung đầy đủ các bộ phận', 'Complete in all parts', 2, ONLY_PORTAL),
      gap('Hồ sơ được đồng bộ', 'Dossiers synchronised', 6, ONLY_PORTAL),
    ],
  },
  {
    code: 'progress',
    name: text('Tiến độ giải quyết', 'Progress'),
    max: 20,
    parts: [
      {
        code: 'progress',
        name: text('Giải quyết đúng hạn và còn trong hạn', 'Resolved in time or open in term'),
        formula: text(
          '(trước hạn + đúng hạn + đang giải quyết trong hạn) / (đã giải quyết + đang giải quyết)',
          '(early + on time + open in term) / (resolved + open)',
        ),
        source: 'dossier',
        num: IN_PROGRESS_ON_TIME,
        den: HANDLED,
        max: 20,
      },
    ],
    gaps: [],
  },
  {
    code: 'online',
    name: text('Dịch vụ công trực tuyến', 'Online services'),
    max: 12,
    parts: [
      {
        code: 'online',
        name: text('Nộp trực tuyến và có kết quả điện tử', 'Online with an electronic result'),
        formula: text(
          'hồ sơ trực tuyến có kết quả điện tử / tiếp nhận',
          'online dossiers with an electronic result / received',
        ),
        source: 'dossier',
        num: ONLINE_WITH_RESULT,
        den: RECEIVED,
        max: 12,
      },
    ],
    gaps: [],
  },
  {
    code: 'payment',
    name: text('Thanh toán trực tuyến', 'Online payment'),
    max: 10,
    parts: [
      {
        code: 'payment',
        name: text('Hồ sơ thanh toán trực tuyến', 'Dossiers paid online'),
        formula: text('hồ sơ thanh toán trực tuyến / hồ sơ có phí', 'paid online / with a fee'),
        source: 'dossier',
        num: [flowOf('paidOnline')],
        den: [flowOf('hasFee')],
        max: 6,
      },
    ],
    gaps: [
      gap('Thủ tục cho thanh toán trực tuyến', 'Procedures that offer it', 2, NO_PROCEDURES),
      gap('Thủ tục có phát sinh thanh toán', 'Procedures with payments', 2, NO_PROCEDURES),
    ],
  },
  {
    code: 'satisfaction',
    name: text('Mức độ hài lòng', 'Satisfaction'),
    max: 18,
    parts: [
      {
        code: 'petitionsInTime',
        name: text('Phản ánh trả lời trong hạn', 'Petitions answered in time'),
        formula: text('trả lời trong hạn / đã trả lời', 'answered in time / answered'),
        source: 'petition',
        num: [flowOf('answeredInTime')],
        den: ANSWERED,
        max: 6,
      },
      {
        code: 'petitionsLiked',
        name: text('Hài lòng về trả lời phản ánh', 'Satisfied with the answer'),
        formula: text('hài lòng / có đánh giá', 'satisfied / rated'),
        source: 'petition',
        num: [flowOf('satisfied')],
        den: [flowOf('rated')],
        max: 6,
      },
      {
        code: 'dossiersInTime',
        name: text('Hồ sơ không quá hạn', 'Dossiers not late'),
        formula: text('(đã giải quyết − quá hạn) / đã giải quyết', '(resolved − late) / resolved'),
        source: 'dossier',
        num: NOT_LATE,
        den: RESOLVED,
        max: 6,
      },
    ],
    gaps: [],
  },
  {
    code: 'digitisation',
    name: text('Số hóa hồ sơ', 'Digitisation'),
    max: 22,
    parts: [
      {
        code: 'electronicResult',
        name: text('Hồ sơ có kết quả điện tử', 'With an electronic result'),
        formula: text('có kết quả điện tử / tiếp nhận', 'with an electronic result / received'),
        source: 'dossier',
        num: [flowOf('electronicResult')],
        den: RECEIVED,
        max: 6,
      },
      {
        code: 'papersDigitised',
        name: text('Số hóa thành phần hồ sơ', 'Papers digitised'),
        formula: text('số hóa thành phần / tiếp nhận', 'papers digitised / received'),
        source: 'dossier',
        num: [flowOf('digitised')],
        den: RECEIVED,
        max: 4,
      },
    ],
    gaps: [
      gap('Tái sử dụng dữ liệu số hóa', 'Digitised data used again', 2, NO_FIELD),
      gap('Đồng bộ vào kho dữ liệu cá nhân', 'Kept in personal stores', 4, NO_FIELD),
      gap('Hồ sơ dùng dữ liệu dân cư', 'Dossiers that use population data', 2, NO_FIELD),
      gap('Thủ tục dùng dữ liệu dân cư', 'Procedures that use population data', 2, NO_PROCEDURES),
      gap('Chứng thực bản sao điện tử', 'Certified electronic copies', 2, ONLY_PORTAL),
    ],
  },
];

export const SCORE_766_PARTS = SCORE_766_GROUPS.flatMap(({ parts }) => parts);

/** Measure of a part as a ratio. */
export const score766PartId = (code: Score766PartCode): string => `dossier.score766.part.${code}`;
