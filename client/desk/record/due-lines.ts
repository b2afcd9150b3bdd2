import type { RecordPage } from '../../../shared/record/record-page.ts';
import { formatNumber } from '../../../shared/unit/format.ts';
import type { DeskSurroundings } from '../desk-context.ts';
import { RECORD_WORDS } from './record-words.ts';
import { momentText } from './value-text.ts';

interface DueLine {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

/** How the due date in effect came about, step by step. */
export function dueLines(
  { dossier, row }: Pick<RecordPage, 'dossier' | 'row'>,
  language: DeskSurroundings['language'],
): readonly DueLine[] {
  const words = RECORD_WORDS[language];
  const { due, extendedDue, paused = [], apology } = dossier;
  const lines: (DueLine | null)[] = [
    due
      ? { name: words.original, value: momentText(due), note: termText(dossier, language) }
      : null,
    extendedDue
      ? { name: words.extended, value: momentText(extendedDue), note: words.extendedNote }
      : null,
    ...paused.map(({ from, to }) => ({
      name: words.paused,
      value: `${momentText(from)} – ${to === undefined ? words.open : momentText(to)}`,
      note: words.pausedNote,
    })),
    row.due
      ? { name: words.effective, value: effectiveText(row), note: words.effectiveNote }
      : null,
    apology
      ? {
          name: words.apology,
          value: momentText(apology.sent),
          note: words.apologyNote(momentText(apology.newDue)),
        }
      : null,
  ];
  return lines.filter((line) => line !== null);
}

/** `16:30 18/12/2023` */
export function effectiveText({ due, dueTime }: RecordPage['row']): string {
  return due === null ? '' : momentText(dueTime ? `${due}T${dueTime}:00+07:00` : due);
}

function termText(
  { durationHours, durationDays }: RecordPage['dossier'],
  language: DeskSurroundings['language'],
): string {
  const words = RECORD_WORDS[language];
  if (durationHours !== undefined)
    return words.ofHours(formatNumber(durationHours, durationHours % 1 ? 1 : 0, language));
  if (durationDays !== undefined) return words.ofDays(formatNumber(durationDays, 0, language));
  return words.ofSource;
}
