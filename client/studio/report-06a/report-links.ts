import type { ReportAsked } from '../../../shared/report/report-sheet.ts';

interface ListOf {
  readonly state: string;
  /** Which days the period bounds: none for what stands at its end. */
  readonly days?: 'received' | 'closed';
  readonly channel?: string;
}

/** Lists of single dossiers that a column counts; the others lead to the card of their figure. */
const LISTS: Readonly<Record<string, ListOf>> = {
  'dossier.receivedOnline': {
    state: 'all',
    days: 'received',
    channel: 'online-full,online-partial',
  },
  'dossier.receivedOffline': { state: 'all', days: 'received', channel: 'direct,post' },
  'dossier.resolved': { state: 'resolved', days: 'closed' },
  'dossier.resolvedEarly': { state: 'closed-early', days: 'closed' },
  'dossier.resolvedLate': { state: 'closed-late', days: 'closed' },
  'dossier.closedOther': { state: 'closed-other', days: 'closed' },
  'dossier.open': { state: 'open' },
  'dossier.openInTerm': { state: 'open-in-term' },
  'dossier.openLate': { state: 'open-late' },
};

export interface CellAsked extends Pick<ReportAsked, 'unit' | 'level' | 'by'> {
  readonly span: { readonly from: string; readonly to: string };
  /** Code of the row's unit or field; undefined for the total. */
  readonly row: string | undefined;
  /** `2024-01-01`; lists of what is open know today only. */
  readonly today: string;
}

/** Address of the desk's list that a cell counts; undefined where no list has it. */
export function listAddress(measure: string, asked: CellAsked): string | undefined {
  const list = LISTS[measure];
  if (!list || (list.days === undefined && asked.span.to < asked.today)) return undefined;
  const { unit, level, by, row, span } = asked;
  const params = new URLSearchParams({ unit: by === 'unit' ? (row ?? unit) : unit });
  params.set('state', list.state);
  if (level !== 'all') params.set('level', level);
  if (by === 'field' && row !== undefined) params.set('field', row);
  if (list.channel !== undefined) params.set('channel', list.channel);
  if (list.days !== undefined) {
    params.set(`${list.days}From`, span.from);
    params.set(`${list.days}To`, span.to);
  }
  return `/desk/list?${params.toString().replace(/%2C/g, ',')}`;
}
