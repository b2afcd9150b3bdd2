import { textWidth } from '../../shared/board/text-width.ts';
import { CHART_THEMES, type ChartTheme } from '../../shared/chart/chart-theme.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import type { Naming } from './naming.ts';
import {
  asOfText,
  formulaText,
  measuresOf,
  scopeLine,
  sourceText,
  stampText,
} from './provenance.ts';
import { fitText, lineAt, rectAt, textAt, wrapText } from './svg-parts.ts';
import { EXPORT_WORDS } from './words.ts';

/** A page is a 16:9 slide in design pixels: what is a picture, a sheet of a PDF and a slide is laid out once. */
export const PAGE = { width: 1280, height: 720, margin: 56 } as const;
/** Between the heading and the footer. */
export const BODY = { top: 142, bottom: 596, width: PAGE.width - 2 * PAGE.margin } as const;

export interface PageHead {
  readonly title: string;
  readonly scope: string;
}

/** A page with what every page carries around `inside`. `footer` is at most four lines. */
export function pageSvg(
  { title, scope }: PageHead,
  inside: string,
  footer: readonly string[],
  job: ExportJob,
  naming: Naming,
): string {
  const theme = themeOf(job);
  const right = PAGE.width - PAGE.margin;
  const titleLines = wrapText(title, 28, BODY.width, 2);
  const shift = titleLines.length > 1 ? 0 : 12;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}">`,
    rectAt(0, 0, PAGE.width, PAGE.height, theme.ground),
    textAt(PAGE.margin, 36, naming.pack.pack.name[job.language], { size: 13, fill: theme.ink3 }),
    marksSvg(job, naming, right, theme),
    ...titleLines.map((line, at) =>
      textAt(PAGE.margin, 70 + shift + at * 34, line, { size: 28, fill: theme.ink, weight: 600 }),
    ),
    textAt(PAGE.margin, 98 + (titleLines.length - 1) * 30 + shift, fitText(scope, 15, BODY.width), {
      size: 15,
      fill: theme.ink2,
    }),
    inside,
    lineAt(PAGE.margin, BODY.bottom + 18, right, BODY.bottom + 18, theme.line),
    ...footer.map((line, at) =>
      textAt(PAGE.margin, BODY.bottom + 40 + at * 18, fitText(line, 12, BODY.width), {
        size: 12,
        fill: theme.ink3,
      }),
    ),
    '</svg>',
  ].join('\n');
}

export function themeOf({ theme }: ExportJob): ChartTheme {
  return CHART_THEMES[theme];
}

/** The class mark, and that the data are invented where they are. */
function marksSvg(job: ExportJob, naming: Naming, right: number, theme: ChartTheme): string {
  const marks = [
    { text: job.stamp.classMark.toLocaleUpperCase('vi'), fill: theme.ink2 },
    ...(naming.pack.pack.demo
      ? [{ text: EXPORT_WORDS[job.language].demo.toLocaleUpperCase('vi'), fill: theme.alarm }]
      : []),
  ];
  let x: number = right;
  return marks
    .map(({ text, fill }) => {
      const width = textWidth(text, 12) + 20;
      x -= width;
      const box = `<rect x="${x + 0.5}" y="20.5" width="${width - 1}" height="23" fill="none" stroke="${fill}" stroke-width="1"></rect>`;
      const word = textAt(x + width / 2, 36.5, text, {
        size: 12,
        fill,
        weight: 600,
        anchor: 'middle',
      });
      x -= 10;
      return box + word;
    })
    .join('\n');
}

/** Formula, source, as-of, who and when: the last lines of a page about one item. */
export function itemFooter(item: ExportItem, job: ExportJob, naming: Naming): string[] {
  const { language } = job;
  const words = EXPORT_WORDS[language];
  const measures = measuresOf(item, naming);
  const formulas = measures.map((each) => formulaText(each, language));
  const sources = [...new Set(measures.map((each) => sourceText(each, naming, language)))];
  return [
    `${words.formula}: ${formulas.join(' · ')}`,
    `${words.source}: ${sources.join('; ')}`,
    asOfText(item, language),
    stampLine(job),
  ];
}

/** `Người xuất: … · Xuất lúc … · Xem lại: … · #1a2b3c4d5e6f` */
export function stampLine({ stamp, language }: ExportJob): string {
  const link = stamp.link ? [`${EXPORT_WORDS[language].link}: ${stamp.link}`] : [];
  return [stampText(stamp, language), ...link, `#${stamp.hash.slice(0, 16)}`].join(' · ');
}

export function headOf(item: ExportItem, job: ExportJob, naming: Naming): PageHead {
  return { title: item.chart.title, scope: scopeLine(item, naming, job.language) };
}
