import { formatInteger } from '../../shared/unit/format.ts';
import { formatDate } from '../../shared/unit/format-time.ts';
import { figureLine } from '../../shared/words/figure.ts';
import { differenceOf } from './difference.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import type { Naming } from './naming.ts';
import { stampLine } from './page-frame.ts';
import { scopeLine } from './provenance.ts';
import { type TableCell, type TableColumn, tableOf } from './table-of.ts';
import { type TableSheet, tableSheets } from './table-page.ts';
import { EXPORT_WORDS } from './words.ts';

/** What changed on the scenes of a brief since the one before, and how much did not. Undefined for a first edition, and where no scene has a figure of the one before. */
export function sceneChanges(job: ExportJob, naming: Naming): TableSheet | undefined {
  const { beforeMs, language } = job;
  const items = job.items.filter(({ scene, before }) => scene !== undefined && before);
  if (beforeMs === undefined || items.length === 0) return undefined;
  const words = EXPORT_WORDS[language];
  const all = items.flatMap((item) => changesOf(item, job, naming));
  const changed = all.filter((row) => row !== 'same');
  const same = formatInteger(all.length - changed.length, language);
  const since = words.since(formatDate(beforeMs));
  return {
    head: { title: words.changes, scope: `${job.title} · ${since} · ${words.unchanged(same)}` },
    footer: [stampLine(job)],
    table: { columns: columnsOf(job), rows: changed },
  };
}

/** The same as pages. */
export function changePages(job: ExportJob, naming: Naming): string[] {
  const changes = sceneChanges(job, naming);
  return changes ? tableSheets(changes, job, naming) : [];
}

function columnsOf({ language }: ExportJob): TableColumn[] {
  const words = EXPORT_WORDS[language];
  const text = (title: string): TableColumn => ({ kind: 'text', title });
  const number = (title: string): TableColumn => ({
    kind: 'number',
    title,
    decimals: 2,
    sign: '',
    isDelta: false,
  });
  return [
    text(words.scene),
    text(words.figure),
    text(words.scope),
    number(words.before),
    number(words.now),
    number(words.delta),
  ];
}

/** Each figure of an item beside what it was, or `same`. Without one of the two it is told as well. */
function changesOf(
  item: ExportItem,
  job: ExportJob,
  naming: Naming,
): (readonly TableCell[] | 'same')[] {
  const { language } = job;
  const { columns, rows } = tableOf(item, naming, language);
  const ids = item.chart.measures ?? item.chart.query.measures;
  const scene = job.scenes?.[item.scene ?? -1]?.title ?? '';
  const scope = scopeLine(item, naming, language);
  return item.answer.rows.flatMap((row, at) =>
    ids.map((id) => {
      const measure = naming.measures.get(id);
      const [cell, old] = [row.values[id], item.before?.[row.key]?.[id]];
      if ((cell?.value ?? null) === (old?.value ?? null)) return 'same' as const;
      const names = (rows[at] ?? []).filter((_, column) => columns[column]?.kind === 'text');
      const measured = ids.length > 1 ? [measure?.shortName[language] ?? id] : [];
      const name = [item.chart.title, ...names.map(({ text }) => text), ...measured];
      const line = (value: number | null | undefined) =>
        value === null || value === undefined ? '—' : figureLine(value, measure, language);
      return [
        scene,
        name.filter(Boolean).join(' · '),
        scope,
        line(old?.value),
        line(cell?.value),
        differenceOf(cell, old, measure, language) ?? '—',
      ].map((text): TableCell => ({ text }));
    }),
  );
}
