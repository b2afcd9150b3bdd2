import type { Language } from '../unit/format.ts';

const REASONS: readonly (readonly [RegExp, string, string])[] = [
  [/NOT_OWED/, 'không có cam kết', 'nothing promised'],
  [/DENOMINATOR/, 'chưa có mẫu số', 'nothing to divide by'],
  [/BORDERS_SPLIT/, 'có đơn vị bị chia tách', 'a unit was split'],
  [/BORDERS_ABSENT/, 'khi đó chưa có hoặc không còn', 'did not exist then'],
  [/BORDERS/, 'khác địa giới', 'other borders'],
  [/ADDITIVE|PUBLISHED/, 'không cộng gộp được', 'cannot be added up'],
  [/NO_DATA/, 'không có số liệu', 'no figures'],
  [/CONNECT|NO_SOURCE|MISSING|NONE/, 'chưa kết nối', 'not connected'],
  [/SCOPE|ACCESS/, 'ngoài phạm vi được xem', 'outside the permitted scope'],
  [/FUTURE|PERIOD/, 'kỳ chưa có số liệu', 'no figures for the period yet'],
];

/** Why there is no value, in words; every coded reason says at least that there is none. */
export function reasonText(code: string | undefined, language: Language): string {
  const row = REASONS.find(([pattern]) => code !== undefined && pattern.test(code));
  if (row) return language === 'vi' ? row[1] : row[2];
  return language === 'vi' ? 'chưa có số liệu' : 'no figures yet';
}

/** What a tile says whose question the server does not answer; the code is for whoever mends the board. */
export function refusalText(code: string, language: Language): string {
  if (code === 'IOC_QUERY_PAST_LOADING') {
    return language === 'vi' ? 'đang dựng lại quá khứ' : 'the past is being put together';
  }
  return language === 'vi' ? `không được trả lời (${code})` : `not answered (${code})`;
}
