import { Check } from 'typebox/value';
import type { Schedule } from '../../../shared/calendar/schedule.ts';
import type { Chart } from '../../../shared/chart/chart.ts';
import type { StoredDocument } from '../../../shared/document/document.ts';
import { BriefExport, type ExportParameters } from '../../../shared/export/export-request.ts';
import type { Language } from '../../../shared/unit/format.ts';

export const BRIEF_FORMATS = [
  'pdf',
  'pptx',
  'xlsx',
  'csv',
  'png',
  'svg',
] as const satisfies readonly ExportParameters['format'][];
export type BriefFormat = (typeof BRIEF_FORMATS)[number];

/** A brief as a form holds it. */
export interface BriefDraft {
  /** Null for one that has no edition yet. */
  readonly id: string | null;
  readonly title: string;
  /** Ids of boards, in the order of the pages. */
  readonly boards: readonly string[];
  /** Which all scenes are about; '' for each board's own. */
  readonly unit: string;
  readonly charts: readonly Chart[];
  /** Local time (+07:00) as a field has it, `2023-12-29T16:00`; '' for now. */
  readonly asOf: string;
  readonly classMark: string;
  /** '' for none. */
  readonly on: Schedule['on'] | '';
  readonly at: string;
  /** With commas between them. */
  readonly emails: string;
  /** Of the next file, if it is a PNG; no part of the brief. */
  readonly scale: string;
}

export const NEW_BRIEF: BriefDraft = {
  id: null,
  title: '',
  boards: [],
  unit: '',
  charts: [],
  asOf: '',
  classMark: '',
  on: '',
  at: '07:30',
  emails: '',
  scale: '1',
};

/** Whether it says enough for a file. */
export function isReady({ title, boards, charts }: BriefDraft): boolean {
  return title.trim() !== '' && boards.length + charts.length > 0;
}

/** What is asked of the server; `id` names the brief. */
export function requestOf(draft: BriefDraft, id: string, language: Language): BriefExport {
  const { title, boards, unit, charts, asOf, classMark, on, at } = draft;
  const emails = draft.emails.split(/[\s,;]+/).filter(Boolean);
  const mark = classMark.trim();
  return {
    id,
    title: title.trim(),
    language,
    scenes: boards.map((board) => ({ board, ...(unit && { unit }) })),
    charts: [...charts],
    ...(asOf && { asOf: `${asOf}:00+07:00` }),
    ...(mark && { classMark: mark }),
    ...(on && { schedule: { on, at } }),
    ...(emails.length > 0 && { emails }),
  };
}

/** The next edition as the one before, of now; null where the document holds none. */
export function draftOf({ body }: Pick<StoredDocument, 'body'>): BriefDraft | null {
  const { request } = body;
  if (!Check(BriefExport, request)) return null;
  const { id, title, scenes = [], charts = [], classMark = '', schedule, emails = [] } = request;
  return {
    ...NEW_BRIEF,
    id,
    title,
    boards: scenes.map(({ board }) => board),
    unit: scenes[0]?.unit ?? '',
    charts,
    classMark,
    on: schedule?.on ?? '',
    at: schedule?.at ?? NEW_BRIEF.at,
    emails: emails.join(', '),
  };
}

/** Taken in at the end, or taken out. */
export function toggled<T>(list: readonly T[], one: T, isSame: (a: T, b: T) => boolean): T[] {
  const rest = list.filter((each) => !isSame(each, one));
  return rest.length === list.length ? [...list, one] : rest;
}
