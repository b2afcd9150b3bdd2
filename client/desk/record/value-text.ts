import { NO_VALUE } from '../../../shared/unit/format.ts';
import { formatDate, formatDateTime } from '../../../shared/unit/format-time.ts';
import type { DeskSurroundings } from '../desk-context.ts';
import { codeName } from '../list/chips.ts';
import { RECORD_WORDS, RETURNED_BY } from './record-words.ts';

type Known = Pick<DeskSurroundings, 'language' | 'names' | 'pack' | 'borders'>;

/** Part → dimension whose names it has. */
const NAMED: Readonly<Record<string, string>> = {
  agency: 'agency',
  procedure: 'procedure',
  field: 'field',
  level: 'level',
  intakeUnit: 'unit',
  unit: 'unit',
  channel: 'channel',
  status: 'status',
};

/** `16:42 31/12/2023`; the day alone where the source tells no hour. */
export function momentText(text: string): string {
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs)) return text;
  return /T00:00/.test(text) || text.length === 10 ? formatDate(atMs) : formatDateTime(atMs);
}

/** One part of a dossier as a person reads it. */
export function valueText(part: string, value: unknown, known: Known): string {
  const words = RECORD_WORDS[known.language];
  if (value === null || value === undefined) return words.none;
  switch (typeof value) {
    case 'boolean':
      return value ? words.yes : words.no;
    case 'number':
      return String(value);
    case 'string':
      return textOf(part, value, known);
    default:
      return Array.isArray(value)
        ? value.map((each) => spanText(each, words.open)).join('; ')
        : apologyText(value, known);
  }
}

function textOf(part: string, value: string, known: Known): string {
  if (part === 'returnedBy') return RETURNED_BY[known.language][value] ?? value;
  const dimension = NAMED[part];
  return dimension ? codeName(dimension, value, known) : momentText(value);
}

function apologyText(value: unknown, { language }: Known): string {
  const { sent, newDue }: { sent?: unknown; newDue?: unknown } = Object(value);
  if (typeof sent !== 'string' || typeof newDue !== 'string') return NO_VALUE;
  return `${momentText(sent)}, ${RECORD_WORDS[language].apologyNote(momentText(newDue))}`;
}

function spanText(span: unknown, open: string): string {
  const { from, to }: { from?: unknown; to?: unknown } = Object(span);
  if (typeof from !== 'string') return NO_VALUE;
  return `${momentText(from)} – ${typeof to === 'string' ? momentText(to) : open}`;
}
