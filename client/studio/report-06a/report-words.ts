import { REPORT_FORM_WORDS } from '../../../shared/report/report-words.ts';

/** Every text of form II.06a as a page. */
export const REPORT_WORDS = {
  vi: {
    ...REPORT_FORM_WORDS.vi,
    level: 'Cấp giải quyết',
    rows: 'Mỗi dòng là',
    rowsBy: { field: 'một lĩnh vực', unit: 'một đơn vị' },
    print: 'In biểu',
    files: { xlsx: 'Tải XLSX', pdf: 'Tải PDF', csv: 'Tải CSV' },
    making: 'Đang tạo tệp',
    holds: (identities: number, rows: string) =>
      `${identities} đẳng thức của biểu đúng ở ${rows} dòng và ở dòng tổng; tổng các dòng bằng dòng tổng.`,
    broken: (row: string, left: string, right: string) => `${row}: ${left} khác ${right}`,
    brokenTitle: 'Biểu không khớp',
    identities: 'Đẳng thức được kiểm tra',
    rate: (rate: string) =>
      `Tỷ lệ đúng hạn ${rate} = [(8) + (9)] / (7), chia từ dòng tổng, không lấy trung bình các dòng.`,
    empty: 'Không có hồ sơ nào trong kỳ và phạm vi này.',
    openList: 'mở danh sách hồ sơ',
    openCard: 'mở thẻ số liệu',
    sumOfRows: 'tổng các dòng',
  },
  en: {
    ...REPORT_FORM_WORDS.en,
    level: 'Settled at',
    rows: 'A row is',
    rowsBy: { field: 'a field', unit: 'a unit' },
    print: 'Print',
    files: { xlsx: 'Save as XLSX', pdf: 'Save as PDF', csv: 'Save as CSV' },
    making: 'Making the file',
    holds: (identities: number, rows: string) =>
      `${identities} identities of the form hold in ${rows} rows and in the total; the rows add up to the total.`,
    broken: (row: string, left: string, right: string) => `${row}: ${left} is not ${right}`,
    brokenTitle: 'The form does not add up',
    identities: 'Identities checked',
    rate: (rate: string) =>
      `On-time rate ${rate} = [(8) + (9)] / (7), divided from the total, not a mean of the rows.`,
    empty: 'There is no dossier in this period and scope.',
    openList: 'open the list of dossiers',
    openCard: 'open the card of the figure',
    sumOfRows: 'sum of the rows',
  },
} as const;
