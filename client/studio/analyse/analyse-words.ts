import type { BinRule } from '../../../shared/analysis/distribution.ts';
import type { MethodId } from '../../../shared/analysis/forecast-methods.ts';

interface Words {
  readonly views: Readonly<Record<'distribution' | 'ranking' | 'anomalies' | 'forecast', string>>;
  readonly view: string;
  readonly measure: string;
  readonly level: string;
  readonly everyUnit: string;
  readonly noUnits: string;
  readonly notAsked: string;
  readonly asking: string;
  readonly tooFew: (needed: number, came: number) => string;
  readonly tooShort: (needed: number, came: number) => string;
  readonly partial: (count: number) => string;
  readonly stats: readonly string[];
  readonly pooled: string;
  readonly missing: (count: number) => string;
  readonly outliers: string;
  readonly noOutliers: string;
  readonly far: string;
  readonly near: string;
  readonly distributionMethod: string;
  readonly binRules: Readonly<Record<BinRule, string>>;
  readonly unit: string;
  readonly gained: string;
  readonly tied: string;
  readonly ofUnits: (count: number) => string;
  readonly notCompared: string;
  readonly rankingMethod: string;
  readonly expected: string;
  readonly ordinary: string;
  readonly anomaly: string;
  readonly period: string;
  readonly value: string;
  readonly score: string;
  readonly why: string;
  readonly above: string;
  readonly below: string;
  readonly noAnomalies: (count: number) => string;
  readonly unjudged: (count: number) => string;
  readonly anomaliesMethod: string;
  readonly perDay: string;
  readonly weighted: string;
  readonly forecast: string;
  readonly forecastMark: string;
  readonly interval: (level: string) => string;
  readonly method: string;
  readonly methods: Readonly<Record<MethodId, string>>;
  readonly mae: string;
  readonly maePerDay: string;
  readonly mase: string;
  readonly trials: string;
  readonly chosen: string;
  readonly coverage: (held: string, of: string, level: string, share: string) => string;
  readonly noCoverage: string;
  readonly forecastMethod: string;
  readonly backtest: string;
}

/** Every text of the page of distributions, rankings over time, anomalies and forecasts. */
export const ANALYSE_WORDS: Readonly<Record<'vi' | 'en', Words>> = {
  vi: {
    views: {
      distribution: 'Phân bố',
      ranking: 'Thứ hạng theo thời gian',
      anomalies: 'Bất thường',
      forecast: 'Dự báo',
    },
    view: 'Cách nhìn',
    measure: 'Chỉ tiêu',
    level: 'Cấp đơn vị',
    everyUnit: 'từng đơn vị xử lý',
    noUnits: 'Chỉ tiêu này không chia theo đơn vị.',
    notAsked: 'Liên kết này không chứa câu hỏi hợp lệ; dưới đây là câu hỏi có sẵn của trang.',
    asking: 'đang tính',
    tooFew: (needed, came) => `Cần ít nhất ${needed} đơn vị có số liệu, mới có ${came}.`,
    tooShort: (needed, came) =>
      `Chuỗi quá ngắn: cần ít nhất ${needed} kỳ trọn vẹn có số liệu, mới có ${came}. Hãy kéo dài kỳ hoặc chia kỳ nhỏ hơn.`,
    partial: (count) => `${count} kỳ chưa trọn không được tính`,
    stats: ['Nhỏ nhất', 'Phân vị 25%', 'Trung vị', 'Phân vị 75%', 'Lớn nhất'],
    pooled: 'Chung (cộng tử số, mẫu số)',
    missing: (count) => `${count} đơn vị không có số liệu, không tính là 0`,
    outliers: 'Đơn vị nằm ngoài',
    noOutliers: 'Không có đơn vị nào nằm ngoài khoảng Tukey.',
    far: 'rất xa (quá 3 lần khoảng tứ phân vị)',
    near: 'xa (quá 1,5 lần khoảng tứ phân vị)',
    distributionMethod:
      'Phân vị: Hyndman–Fan loại 7, như bảng tính. Nằm ngoài: khoảng Tukey, tứ phân vị ± 1,5 lần khoảng tứ phân vị. Cột của hình: quy tắc Sturges, bề rộng làm tròn.',
    binRules: {
      'freedman-diaconis': 'Freedman–Diaconis',
      sturges: 'Sturges',
      'one-value': 'một giá trị',
    },
    unit: 'Đơn vị',
    gained: 'So với kỳ trước',
    tied: 'đồng hạng',
    ofUnits: (count) => `trên ${count}`,
    notCompared: 'không so được: số đơn vị xếp hạng khác nhau',
    rankingMethod:
      'Hạng 1 là tốt nhất. Giá trị bằng nhau thì đồng hạng, hạng kế tiếp tính sau tất cả (1, 2, 2, 4). So trên giá trị chưa làm tròn; không có số liệu thì không xếp hạng. Tăng hạng chỉ tính khi hai kỳ có cùng số đơn vị được xếp.',
    expected: 'mức kỳ vọng',
    ordinary: 'Khoảng bình thường',
    anomaly: 'bất thường',
    period: 'Kỳ',
    value: 'Thực tế',
    score: 'z bền vững',
    why: 'Vì sao',
    above: 'cao hơn kỳ vọng',
    below: 'thấp hơn kỳ vọng',
    noAnomalies: (count) =>
      `Không có kỳ nào trong ${count} kỳ lệch quá 3,5 độ lệch chuẩn bền vững.`,
    unjudged: (count) => `${count} kỳ không đủ kỳ cùng loại để xét`,
    anomaliesMethod:
      'Phương pháp: trung vị theo mùa và MAD. Kỳ vọng là mức trung vị trượt cộng phần thường thấy của thứ trong tuần hoặc tháng; lệch từ 3,5 độ lệch chuẩn bền vững (1,4826 × MAD) trở lên là bất thường (Iglewicz, Hoaglin 1993). Khoảng bình thường không hẹp hơn dao động ngẫu nhiên.',
    perDay: 'Số đếm được so theo ngày làm việc của lịch tỉnh, nên tháng Tết không bị coi là thấp.',
    weighted: 'Tỷ lệ được xét bằng tử số và mẫu số: ít hồ sơ thì khoảng bình thường rộng ra.',
    forecast: 'dự báo',
    forecastMark: 'dự báo, không phải số liệu',
    interval: (level) => `Khoảng ${level}`,
    method: 'Phương pháp',
    methods: {
      last: 'như kỳ cuối',
      'seasonal-naive': 'như cùng kỳ mùa trước',
      drift: 'theo đường thẳng đầu–cuối',
      'damped-holt': 'Holt tắt dần',
      'seasonal-holt': 'Holt tắt dần, trừ mùa vụ',
    },
    mae: 'Sai số tuyệt đối TB',
    maePerDay: 'Sai số tuyệt đối TB, mỗi ngày làm việc',
    mase: 'MASE',
    trials: 'Lần thử',
    chosen: 'được chọn',
    coverage: (held, of, level, share) =>
      `Khoảng ${level} đã chứa ${held} trên ${of} giá trị khi thử lại (${share}).`,
    noCoverage: 'Chưa đủ lần thử để biết khoảng này chứa đúng bao nhiêu.',
    forecastMethod:
      'Chọn phương pháp đơn giản nhất có sai số nhỏ nhất khi thử lại từ từng thời điểm đã qua. Khoảng lấy từ sai số của các lần thử đó. MASE: sai số so với mức thay đổi thường thấy từ kỳ trước (từ cùng mùa trước, khi chuỗi dài hơn hai vòng mùa); dưới 1 là tốt.',
    backtest: 'Thử lại trên quá khứ',
  },
  en: {
    views: {
      distribution: 'Distribution',
      ranking: 'Ranking over time',
      anomalies: 'Anomalies',
      forecast: 'Forecast',
    },
    view: 'View',
    measure: 'Measure',
    level: 'Level of units',
    everyUnit: 'every handling unit',
    noUnits: 'This measure is not split by unit.',
    notAsked: 'This link holds no valid question; below is the one the page begins with.',
    asking: 'computing',
    tooFew: (needed, came) => `At least ${needed} units with figures are needed, ${came} have any.`,
    tooShort: (needed, came) =>
      `The series is too short: at least ${needed} whole periods with figures are needed, there are ${came}. Lengthen the period or take smaller steps.`,
    partial: (count) => `${count} periods that are not whole are left out`,
    stats: ['Least', '25th percentile', 'Median', '75th percentile', 'Most'],
    pooled: 'All together (summed parts)',
    missing: (count) => `${count} units have no figure and do not count as 0`,
    outliers: 'Units outside',
    noOutliers: "No unit lies outside Tukey's fences.",
    far: 'far out (beyond 3 interquartile ranges)',
    near: 'out (beyond 1.5 interquartile ranges)',
    distributionMethod:
      "Percentiles: Hyndman–Fan type 7, as spreadsheets have them. Outside: Tukey's fences, quartiles ± 1.5 interquartile ranges. Bins of the picture: Sturges' rule, widths rounded.",
    binRules: {
      'freedman-diaconis': 'Freedman–Diaconis',
      sturges: 'Sturges',
      'one-value': 'one value',
    },
    unit: 'Unit',
    gained: 'Since the period before',
    tied: 'tied',
    ofUnits: (count) => `of ${count}`,
    notCompared: 'not comparable: another number of units is ranked',
    rankingMethod:
      'Rank 1 is the best. Equal values share a rank and the next one follows after all of them (1, 2, 2, 4). Values are compared unrounded; without a figure there is no rank. Places gained are told only where as many units are ranked in both periods.',
    expected: 'expected',
    ordinary: 'Ordinary range',
    anomaly: 'anomaly',
    period: 'Period',
    value: 'Came',
    score: 'Robust z',
    why: 'Why',
    above: 'above what is expected',
    below: 'below what is expected',
    noAnomalies: (count) =>
      `None of the ${count} periods strays by 3.5 robust standard deviations.`,
    unjudged: (count) => `${count} periods have too few of their kind to be judged`,
    anomaliesMethod:
      'Method: seasonal median and MAD. Expected is a running median level plus what the weekday or month usually adds; 3.5 robust standard deviations (1.4826 × MAD) away or more is an anomaly (Iglewicz, Hoaglin 1993). The ordinary range is never narrower than chance alone makes it.',
    perDay:
      "Counts are compared per working day of the province's calendar, so a month with Tết is not low.",
    weighted: 'Rates are judged by numerator and denominator: few dossiers make the range wide.',
    forecast: 'forecast',
    forecastMark: 'a forecast, not a figure',
    interval: (level) => `${level} interval`,
    method: 'Method',
    methods: {
      last: 'as the last period',
      'seasonal-naive': 'as the same season before',
      drift: 'along the line from first to last',
      'damped-holt': 'damped Holt',
      'seasonal-holt': 'damped Holt without seasons',
    },
    mae: 'Mean absolute error',
    maePerDay: 'Mean absolute error, per working day',
    mase: 'MASE',
    trials: 'Trials',
    chosen: 'chosen',
    coverage: (held, of, level, share) =>
      `The ${level} interval held ${held} of ${of} values in the back-test (${share}).`,
    noCoverage: 'Too few trials to know how much this interval holds.',
    forecastMethod:
      'The simplest method with the least error, when tried from each moment of the past as if what followed were not known. The interval is made of the errors of those trials. MASE: the error against the usual change since the period before (since the same season before, where the series is longer than two rounds of them); below 1 is good.',
    backtest: 'Back-test',
  },
};
