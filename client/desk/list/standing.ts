import type { RecordRow } from '../../../shared/record/records.ts';
import { formatNumber, type Language } from '../../../shared/unit/format.ts';
import type { Severity } from '../../tile/severity.ts';
import type { ShapeName } from '../../ui/shape.tsx';

interface StandingText {
  readonly severity: Severity;
  /** Beside the words, for who does not see colours. */
  readonly shape: ShapeName | null;
  readonly text: string;
}

/** Working hours below which an open dossier wants somebody's eye. */
const SOON_HOURS = 8;

type Standing = Pick<RecordRow, 'state' | 'lateDays' | 'workingHoursLeft'>;

/** How a dossier stands, in few words: `quá hạn 3 ngày`, `còn 5,5 giờ`, `trả trễ 2 ngày`. */
export function standingText(row: Standing, language: Language): StandingText {
  const words = WORDS[language];
  const days = Math.abs(row.lateDays ?? 0);
  switch (row.state) {
    case 'open-late':
      return { severity: 'alarm', shape: 'alarm', text: words.overdue(days) };
    case 'in-term':
      return openText(row, language);
    case 'late':
      return { severity: 'normal', shape: 'down', text: words.late(days) };
    case 'early':
      return calm(days > 0 ? words.early(days) : words.onTime);
    default:
      return calm(words[row.state]);
  }
}

function openText(
  { workingHoursLeft: hours, lateDays }: Standing,
  language: Language,
): StandingText {
  const words = WORDS[language];
  if (hours === null) return calm(words.noDue);
  if (hours <= 0 && lateDays === 0) return { severity: 'warn', shape: 'warn', text: words.today };
  const text = words.left(formatNumber(hours, hours < 10 && hours % 1 !== 0 ? 1 : 0, language));
  return hours <= SOON_HOURS ? { severity: 'warn', shape: 'warn', text } : calm(text);
}

const calm = (text: string): StandingText => ({ severity: 'normal', shape: null, text });

const daysEn = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;

const WORDS = {
  vi: {
    overdue: (days: number) => `quá hạn ${days} ngày`,
    late: (days: number) => `trả trễ ${days} ngày`,
    early: (days: number) => `trả sớm ${days} ngày`,
    left: (hours: string) => `còn ${hours} giờ`,
    today: 'hết hạn hôm nay',
    noDue: 'không có hạn',
    onTime: 'đúng hạn',
    'on-time': 'đúng hạn',
    paused: 'tạm dừng',
    ahead: 'chưa đến ngày',
    uncounted: 'chưa tiếp nhận',
    stopped: 'dừng, rút',
    'withdrawn-on-time': 'rút trong hạn',
  },
  en: {
    overdue: (days: number) => `${daysEn(days)} overdue`,
    late: (days: number) => `${daysEn(days)} late`,
    early: (days: number) => `${daysEn(days)} early`,
    left: (hours: string) => `${hours} h left`,
    today: 'due today',
    noDue: 'no due date',
    onTime: 'on time',
    'on-time': 'on time',
    paused: 'paused',
    ahead: 'not yet',
    uncounted: 'not accepted',
    stopped: 'stopped',
    'withdrawn-on-time': 'withdrawn in time',
  },
} as const;
