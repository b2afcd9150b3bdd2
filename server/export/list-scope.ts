import type { RecordsQuery } from '../../shared/record/records.ts';
import { formatNumber, type Language } from '../../shared/unit/format.ts';
import { formatDay } from '../../shared/unit/format-time.ts';
import { parseDay } from '../../shared/unit/local-day.ts';
import { dimensionName } from '../../shared/words/dimension.ts';
import { nameOf } from '../../shared/words/names.ts';
import { STATE_WORDS, wordOf } from './list-words.ts';
import type { Naming } from './naming.ts';

type Pair = readonly [vi: string, en: string];

/** Before a day, a number of hours or yes and no. */
const WORDS: Readonly<Record<string, Pair>> = {
  procedure: ['Thủ tục', 'Procedure'],
  receivedFrom: ['Tiếp nhận từ', 'Received from'],
  receivedTo: ['Tiếp nhận đến', 'Received to'],
  closedFrom: ['Kết thúc từ', 'Closed from'],
  closedTo: ['Kết thúc đến', 'Closed to'],
  dueFrom: ['Hạn trả từ', 'Due from'],
  dueTo: ['Hạn trả đến', 'Due to'],
  dueInHours: ['Giờ làm việc đến hạn, tối đa', 'Working hours until due, at most'],
  onlyUnit: ['Chỉ riêng đơn vị này, không gồm cấp dưới', 'This unit alone, none below it'],
  withoutApology: ['Chưa có thư xin lỗi', 'Without an apology'],
  apologisedBeforeDue: ['Thư xin lỗi trước hạn', 'Apology before the due day'],
};
const YES: Pair = ['có', 'yes'];
const NO: Pair = ['không', 'no'];

/** `Thủ Dầu Một · giải quyết trễ hạn · Kết thúc từ: 25/12/2023`: whose dossiers a list has, and which of them. */
export function listScope(list: RecordsQuery, naming: Naming, language: Language): string {
  const { pack, names } = naming;
  const { state, ...filter } = list.filter ?? {};
  const unit =
    list.unit === pack.pack.root
      ? pack.pack.name[language]
      : nameOf(names, 'unit', list.unit, language);
  const filters = Object.entries(filter).map(([key, value]) => {
    const word = WORDS[key];
    const name = word ? wordOf(word, language) : dimensionName(key, language);
    return `${name}: ${valueText(key, value, naming, language)}`;
  });
  return [unit, ...(state ? [wordOf(STATE_WORDS[state], language)] : []), ...filters].join(' · ');
}

function valueText(key: string, value: unknown, { names }: Naming, language: Language): string {
  if (Array.isArray(value))
    return value.map((code) => nameOf(names, key, String(code), language)).join(', ');
  if (typeof value === 'boolean') return wordOf(value ? YES : NO, language);
  if (typeof value === 'number') return formatNumber(value, value % 1 === 0 ? 0 : 1, language);
  const day = parseDay(String(value));
  return day === undefined ? String(value) : formatDay(day);
}
