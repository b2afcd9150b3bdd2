import type { Measure } from '../../shared/measure/measure.ts';
import type { ExportJob } from './export-job.ts';
import type { Naming } from './naming.ts';
import { BODY, PAGE, pageSvg, stampLine, themeOf } from './page-frame.ts';
import { factsOfStamp, measuresOf, sourceText } from './provenance.ts';
import { textAt, wrapText } from './svg-parts.ts';
import { EXPORT_WORDS } from './words.ts';

interface Line {
  readonly text: string;
  readonly size: number;
  readonly isStrong: boolean;
  readonly x: number;
}

export function allMeasures(job: ExportJob, naming: Naming): Measure[] {
  const measures = job.items.flatMap((item) => measuresOf(item, naming));
  return [...new Map(measures.map((measure) => [measure.id, measure])).values()];
}

/** What each figure is: formula, unit, legal basis, source; and the hash of it all. */
export function definitionPages(job: ExportJob, naming: Naming): string[] {
  const words = EXPORT_WORDS[job.language];
  const theme = themeOf(job);
  const blocks = [
    ...allMeasures(job, naming).map((measure) => measureLines(measure, job, naming)),
    factsOfStamp(job).flatMap(({ label, text }) => linesOf(`${label}: ${text}`)),
  ];
  return fill(blocks).map((lines) => {
    let y: number = BODY.top - 8;
    const inside = lines.map(({ text, size, isStrong, x }) => {
      y += size === 15 ? 30 : 19;
      const look = { size, fill: isStrong ? theme.ink : theme.ink2 };
      return textAt(PAGE.margin + x, y, text, isStrong ? { ...look, weight: 600 } : look);
    });
    const head = { title: words.definitions, scope: job.title };
    return pageSvg(head, inside.join('\n'), [stampLine(job)], job, naming);
  });
}

function measureLines(measure: Measure, { language }: ExportJob, naming: Naming): Line[] {
  const words = EXPORT_WORDS[language];
  const { formula } = measure;
  return [
    { text: measure.name[language], size: 15, isStrong: true, x: 0 },
    ...linesOf(`${words.formula} ${formula.id}: ${formula.text[language]}`),
    ...linesOf(`${words.unit}: ${measure.unit[language] || '—'}`),
    ...linesOf(`${words.legalBasis}: ${measure.legalBasis[language]}`),
    ...linesOf(`${words.source}: ${sourceText(measure, naming, language)}`),
  ];
}

function linesOf(text: string): Line[] {
  return wrapText(text, 13, BODY.width - 16, 3).map((line, at) => ({
    text: line,
    size: 13,
    isStrong: false,
    x: at === 0 ? 0 : 16,
  }));
}

/** Blocks stay whole; a page takes as many as it can. */
function fill(blocks: readonly Line[][]): Line[][] {
  const pages: Line[][] = [[]];
  const heightOf = (lines: readonly Line[]) =>
    lines.reduce((sum, { size }) => sum + (size === 15 ? 30 : 19), 0);
  for (const block of blocks) {
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && heightOf(page) + heightOf(block) > BODY.bottom - BODY.top)
      pages.push([...block]);
    else page.push(...block);
  }
  return pages;
}
