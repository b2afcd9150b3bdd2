import { text } from './define.ts';

/** Texts that say what a figure is. Where none was found the card says so instead of naming a likely one. */
export const REPORT_FORM = text(
  'Thông tư 01/2020/TT-VPCP, biểu II.06a; Nghị định 118/2025/NĐ-CP (trước 01/07/2025: Nghị định 61/2018 và 107/2021)',
  'Circular 01/2020/TT-VPCP, form II.06a; Decree 118/2025/NĐ-CP (before 01/07/2025: Decrees 61/2018 and 107/2021)',
);
export const DECISION_766 = text(
  'Quyết định 766/QĐ-TTg ngày 23/06/2022 (công thức theo bản mô tả, chưa có phụ lục chính thức)',
  'Decision 766/QĐ-TTg of 23/06/2022 (formula from a description; the annex itself was not found)',
);
export const ONLINE_DECREE = text(
  'Nghị định 42/2022/NĐ-CP (dịch vụ công toàn trình, một phần)',
  'Decree 42/2022/NĐ-CP (full and partial online services)',
);
export const APOLOGY_RULE = text(
  'Nghị định 61/2018/NĐ-CP, Điều 19 (đến 30/06/2025); Nghị định 118/2025/NĐ-CP; mẫu 04 Thông tư 03/2025/TT-VPCP',
  'Decree 61/2018/NĐ-CP, article 19 (until 30/06/2025); Decree 118/2025/NĐ-CP; form 04 of Circular 03/2025/TT-VPCP',
);
export const PORTAL_FIELDS = text(
  'Không có văn bản; theo cặp trường tổng đúng hạn / tổng tiếp nhận của API cổng dịch vụ công',
  'No legal text; after the field pair total-on-time / total-received of the portal’s API',
);
export const ONE_GATE_SOFTWARE = text(
  'Không có văn bản; theo cách tính của phần mềm một cửa, không tính hồ sơ rút và dừng xử lý',
  'No legal text; as one-gate software counts, without withdrawn and stopped dossiers',
);
export const NOT_FOUND = text(
  'Chưa xác định được văn bản quy định',
  'No legal text has been identified',
);
export const PROVINCE_SCHEME = text(
  'Đề án camera của tỉnh; chưa xác định được văn bản quy định cách đếm',
  'The province’s camera scheme; no text that fixes the way of counting was identified',
);
export const OWN_DEFINITION = text(
  'Định nghĩa của hệ thống; không có văn bản quy định công thức',
  'This system’s definition; no legal text fixes the formula',
);
export const ALARM_STANDARDS = text(
  'EEMUA 191 (bản 3); ANSI/ISA-18.2-2016, mục 16; không có văn bản trong nước',
  'EEMUA 191, third edition; ANSI/ISA-18.2-2016, clause 16; no Vietnamese legal text',
);
export const DATA_QUALITY = text(
  'Công văn 1709/BKHCN-CĐSQG ngày 21/05/2025 (dữ liệu đúng, đủ, sạch, sống); cách tính là định nghĩa của hệ thống',
  'Official letter 1709/BKHCN-CĐSQG of 21/05/2025 (valid, complete, clean, fresh data); how to count is this system’s definition',
);
export const INDICATOR_LIST = text(
  'Danh mục chỉ tiêu của tỉnh (bản đề xuất; danh mục chính thức chưa có)',
  'The province’s list of indicators (a proposal; the official list was not found)',
);
