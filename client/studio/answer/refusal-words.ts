import type { Language } from '../../../shared/unit/format.ts';
import type { CallFault } from '../call.ts';

const WORDS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  IOC_QUERY_UNKNOWN_MEASURE: [
    'Có chỉ tiêu không có trong danh mục của tỉnh này.',
    'A measure is not in the catalogue of this province.',
  ],
  IOC_QUERY_UNKNOWN_UNIT: ['Không có đơn vị này trong danh mục.', 'There is no such unit.'],
  IOC_QUERY_DIMENSION: [
    'Có chỉ tiêu không chia hoặc lọc được theo điều đã chọn. Bỏ cách chia, điều kiện lọc, hoặc bỏ chỉ tiêu đó.',
    'A measure cannot be split or filtered in that way. Take away the split, the filter, or that measure.',
  ],
  IOC_QUERY_PERIOD: [
    'Kỳ không đúng: hai ngày phải có trên lịch, ngày đầu trước hoặc bằng ngày cuối.',
    'That is no period: both days must be in the calendar, the first not after the last.',
  ],
  IOC_QUERY_MIXED: [
    'Chỉ tiêu độ phủ chương trình phải hỏi riêng, không hỏi chung với chỉ tiêu khác.',
    'Coverage measures are asked apart from all others.',
  ],
  IOC_QUERY_TOO_LARGE: [
    'Câu hỏi cho quá nhiều dòng. Rút ngắn kỳ, chia kỳ thưa hơn, hoặc bớt một cách chia.',
    'The answer would have too many rows. Shorten the period, coarsen it, or split less.',
  ],
  IOC_QUERY_INSTANT: [
    'Thời điểm nhìn lại phải là một thời điểm đã qua.',
    'The moment to look back at must be one that has passed.',
  ],
  IOC_QUERY_PAST_LOADING: [
    'Đang dựng lại quá khứ từ nhật ký, xin hỏi lại sau ít phút.',
    'That past is being put together from the log; ask again in a moment.',
  ],
  IOC_EXPORT_TOO_LARGE: [
    'Ảnh này quá lớn: chọn cỡ nhỏ hơn hoặc ít trang hơn.',
    'The picture would be too large: choose a smaller scale, or fewer pages.',
  ],
  IOC_ACCESS_UNIT: [
    'Đơn vị này nằm ngoài phạm vi tài khoản được xem.',
    'This unit lies outside the scope of the account.',
  ],
  IOC_ACCESS_REFUSED: ['Tài khoản này không được làm việc đó.', 'This account may not do that.'],
  IOC_HTTP_TOO_MANY: [
    'Hỏi quá nhiều trong một phút, xin chờ một lát.',
    'Too many questions in a minute; wait a moment.',
  ],
  IOC_HTTP_LOADING: ['Máy chủ đang nạp dữ liệu.', 'The server is loading data.'],
};

const BY_STATUS: Readonly<Record<number, readonly [vi: string, en: string]>> = {
  0: ['Không liên lạc được máy chủ.', 'The server does not answer.'],
  401: ['Phiên làm việc đã hết hiệu lực.', 'The session has ended.'],
  403: ['Tài khoản này không được làm việc đó.', 'This account may not do that.'],
  404: ['Máy chủ không có chức năng này.', 'The server has nothing there.'],
  409: ['Đã có người lưu bản mới hơn.', 'Somebody has saved a newer version.'],
};

/** Why a call was refused, in words; the code stands behind them for whoever is asked for help. */
export function faultText({ status, code }: CallFault, language: Language): string {
  const row = WORDS[code] ?? BY_STATUS[status];
  const at = language === 'vi' ? 0 : 1;
  const text = row?.[at] ?? ['Máy chủ từ chối yêu cầu.', 'The server refused.'][at] ?? '';
  return code === '' ? text : `${text} (${code})`;
}
