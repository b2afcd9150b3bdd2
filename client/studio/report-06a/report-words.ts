/** Every text of form II.06a as a page. */
export const REPORT_WORDS = {
  vi: {
    form: 'Biểu số II.06a/VPCP/KSTT',
    title:
      'Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan, đơn vị trực tiếp giải quyết',
    reporter: 'Đơn vị báo cáo',
    period: 'Kỳ báo cáo',
    days: (from: string, to: string) => `từ ngày ${from} đến ngày ${to}`,
    countedIn: 'Đơn vị tính: số hồ sơ thủ tục hành chính',
    level: 'Cấp giải quyết',
    levels: {
      all: 'mọi cấp',
      province: 'cấp tỉnh (sở, ngành)',
      district: 'cấp huyện',
      commune: 'cấp xã',
    },
    rows: 'Mỗi dòng là',
    rowsBy: { field: 'một lĩnh vực', unit: 'một đơn vị' },
    number: 'STT',
    rowHead: { field: 'Lĩnh vực', unit: 'Đơn vị' },
    total: 'Tổng số',
    print: 'In biểu',
    holds: (identities: number, rows: string) =>
      `${identities} đẳng thức của biểu đúng ở ${rows} dòng và ở dòng tổng; tổng các dòng bằng dòng tổng.`,
    broken: (row: string, left: string, right: string) => `${row}: ${left} khác ${right}`,
    brokenTitle: 'Biểu không khớp',
    identities: 'Đẳng thức được kiểm tra',
    extra:
      '(*) Biểu giấy không có cột cho hồ sơ rút, trả lại, dừng xử lý nên không tự khớp; ở đây chúng có cột riêng.',
    rate: (rate: string) =>
      `Tỷ lệ đúng hạn ${rate} = [(8) + (9)] / (7), chia từ dòng tổng, không lấy trung bình các dòng.`,
    empty: 'Không có hồ sơ nào trong kỳ và phạm vi này.',
    openList: 'mở danh sách hồ sơ',
    openCard: 'mở thẻ số liệu',
    sumOfRows: 'tổng các dòng',
    asOf: (time: string) => `Tính lúc ${time}`,
  },
  en: {
    form: 'Form II.06a/VPCP/KSTT',
    title: 'Results of the unit that settles administrative procedures directly',
    reporter: 'Reporting unit',
    period: 'Reporting period',
    days: (from: string, to: string) => `from ${from} to ${to}`,
    countedIn: 'In numbers of dossiers',
    level: 'Settled at',
    levels: {
      all: 'every level',
      province: 'the province (departments)',
      district: 'districts',
      commune: 'communes',
    },
    rows: 'A row is',
    rowsBy: { field: 'a field', unit: 'a unit' },
    number: 'No.',
    rowHead: { field: 'Field', unit: 'Unit' },
    total: 'Total',
    print: 'Print',
    holds: (identities: number, rows: string) =>
      `${identities} identities of the form hold in ${rows} rows and in the total; the rows add up to the total.`,
    broken: (row: string, left: string, right: string) => `${row}: ${left} is not ${right}`,
    brokenTitle: 'The form does not add up',
    identities: 'Identities checked',
    extra:
      '(*) The paper has no column for dossiers withdrawn, returned or stopped and so does not add up by itself; here they have one of their own.',
    rate: (rate: string) =>
      `On-time rate ${rate} = [(8) + (9)] / (7), divided from the total, not a mean of the rows.`,
    empty: 'There is no dossier in this period and scope.',
    openList: 'open the list of dossiers',
    openCard: 'open the card of the figure',
    sumOfRows: 'sum of the rows',
    asOf: (time: string) => `Computed at ${time}`,
  },
} as const;
