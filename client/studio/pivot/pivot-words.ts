export const PIVOT_WORDS = {
  vi: {
    needs:
      'Bảng chéo cần hai chiều: chọn “Chia theo” cho dòng, rồi “và theo” hoặc “Chia kỳ” cho cột.',
    flip: 'Đổi dòng và cột',
    measure: 'Chỉ tiêu',
    all: 'Toàn bộ',
    rest: 'Ngoài các dòng trên',
    period: 'kỳ',
    rule: 'Cột và dòng “Toàn bộ” được hỏi riêng, không cộng từ bảng: tỷ lệ tính từ tổng tử số và tổng mẫu số, số công bố chỉ lấy số đã công bố.',
    label: 'Bảng chéo',
  },
  en: {
    needs:
      'A pivot needs two sides: choose “Split by” for its rows, then “and by” or “In steps of” for its columns.',
    flip: 'Swap rows and columns',
    measure: 'Measure',
    all: 'All',
    rest: 'Outside these rows',
    period: 'period',
    rule: '“All” is asked by itself and not summed from the table: rates come from summed numerators and denominators, published figures only as published.',
    label: 'Pivot',
  },
} as const;
