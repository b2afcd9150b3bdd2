import type { Standing } from '../../shared/record/dossier-standing.ts';
import type { RecordColumn, RecordState } from '../../shared/record/records.ts';
import type { Language } from '../../shared/unit/format.ts';

type Pair = readonly [vi: string, en: string];

export const STANDING_WORDS: Readonly<Record<Standing, Pair>> = {
  uncounted: ['không tính', 'not counted'],
  ahead: ['tiếp nhận ngày sau', 'received later'],
  'in-term': ['đang giải quyết, trong hạn', 'open, in term'],
  paused: ['tạm dừng chờ bổ sung', 'paused'],
  'open-late': ['đang giải quyết, quá hạn', 'open, late'],
  early: ['đã giải quyết trước hạn', 'resolved early'],
  'on-time': ['đã giải quyết đúng hạn', 'resolved on time'],
  late: ['đã giải quyết trễ hạn', 'resolved late'],
  stopped: ['dừng, rút', 'stopped, withdrawn'],
  'withdrawn-on-time': ['rút, tính đúng hạn', 'withdrawn, counted on time'],
};

export const APOLOGY_WORDS = {
  none: ['chưa có', 'none'],
  'after-due': ['sau hạn', 'after the due day'],
  'before-due': ['trước hạn', 'before the due day'],
} as const satisfies Record<string, Pair>;

export const STATE_WORDS: Readonly<Record<RecordState, Pair>> = {
  all: ['tất cả', 'all'],
  open: ['đang giải quyết', 'open'],
  'open-in-term': ['đang giải quyết, trong hạn', 'open, in term'],
  'open-late': ['đang giải quyết, quá hạn', 'open, late'],
  running: ['đang giải quyết, chưa đến hạn', 'running, in term'],
  paused: ['tạm dừng', 'paused'],
  'due-soon': ['sắp đến hạn', 'due soon'],
  'due-in-8h': ['đến hạn trong 8 giờ làm việc', 'due in 8 working hours'],
  'due-in': ['sắp đến hạn', 'due soon'],
  resolved: ['đã giải quyết', 'resolved'],
  'closed-early': ['giải quyết trước hạn', 'resolved early'],
  'closed-in-time': ['giải quyết đúng hạn', 'resolved on time'],
  'closed-late': ['giải quyết trễ hạn', 'resolved late'],
  'closed-other': ['kết thúc khác', 'ended otherwise'],
  uncounted: ['không tính', 'not counted'],
};

export type ListColumn =
  | Exclude<RecordColumn, 'late'>
  | 'code'
  | 'agency'
  | 'state'
  | 'lateDays'
  | 'hoursLeft'
  | 'apology'
  | 'unitCode'
  | 'agencyCode'
  | 'fieldCode'
  | 'procedureCode'
  | 'statusCode';

export const COLUMN_WORDS: Readonly<Record<ListColumn, Pair>> = {
  code: ['Mã hồ sơ', 'Dossier'],
  unit: ['Đơn vị', 'Unit'],
  agency: ['Cơ quan', 'Agency'],
  field: ['Lĩnh vực', 'Field'],
  procedure: ['Thủ tục', 'Procedure'],
  level: ['Cấp', 'Level'],
  channel: ['Kênh nộp', 'Channel'],
  status: ['Trạng thái', 'Status'],
  received: ['Ngày tiếp nhận', 'Received'],
  due: ['Hạn trả', 'Due'],
  closed: ['Ngày kết thúc', 'Closed'],
  state: ['Tình trạng', 'Standing'],
  lateDays: ['Số ngày trễ', 'Days late'],
  hoursLeft: ['Giờ làm việc còn lại', 'Working hours left'],
  apology: ['Thư xin lỗi', 'Apology'],
  unitCode: ['Mã đơn vị', 'Unit code'],
  agencyCode: ['Mã cơ quan', 'Agency code'],
  fieldCode: ['Mã lĩnh vực', 'Field code'],
  procedureCode: ['Mã thủ tục', 'Procedure code'],
  statusCode: ['Mã trạng thái', 'Status code'],
};

export const wordOf = (pair: Pair, language: Language): string => pair[language === 'vi' ? 0 : 1];
