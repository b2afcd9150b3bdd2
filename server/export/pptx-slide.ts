import type { ExportJob } from './export-job.ts';
import type { Naming } from './naming.ts';
import { BODY, PAGE, type PageHead, themeOf } from './page-frame.ts';
import type { Slide, SlideMedia } from './pptx-parts.ts';
import { type RunLook, type TextShape, textShape } from './pptx-shapes.ts';
import { EXPORT_WORDS } from './words.ts';

export const hex = (color: string) => color.slice(1).toUpperCase();

/** What every slide carries around its body. */
export function slideOf(
  { title, scope }: PageHead,
  footer: readonly string[],
  body: (firstId: number) => string,
  media: readonly SlideMedia[],
  job: ExportJob,
  naming: Naming,
): Slide {
  const theme = themeOf(job);
  const ink = (size: number, color: string, more: Partial<RunLook> = {}): RunLook => ({
    size,
    color: hex(color),
    ...more,
  });
  const { margin } = PAGE;
  const width = BODY.width;
  const mark = [
    job.stamp.classMark.toLocaleUpperCase('vi'),
    ...(naming.pack.pack.demo ? [EXPORT_WORDS[job.language].demo.toLocaleUpperCase('vi')] : []),
  ].join(' · ');
  const shapes: TextShape[] = [
    {
      name: 'Title',
      isTitle: true,
      anchor: 'b',
      box: { x: margin, y: 44, width, height: 54 },
      lines: [{ text: title, look: ink(26, theme.ink, { isStrong: true }) }],
    },
    {
      name: 'Province',
      box: { x: margin, y: 22, width: width / 2, height: 20 },
      lines: [{ text: naming.pack.pack.name[job.language], look: ink(13, theme.ink3) }],
    },
    {
      name: 'Class',
      box: { x: margin + width / 2, y: 22, width: width / 2, height: 20 },
      lines: [{ text: mark, look: ink(12, theme.ink2, { isStrong: true, align: 'r' }) }],
    },
    {
      name: 'Scope',
      box: { x: margin, y: 102, width, height: 24 },
      lines: [{ text: scope, look: ink(15, theme.ink2) }],
    },
    {
      name: 'Source',
      box: { x: margin, y: BODY.bottom + 26, width, height: 90 },
      lines: footer.map((text) => ({ text, look: ink(11, theme.ink3) })),
    },
  ];
  const frame = shapes.map((shape, at) => textShape(at + 2, shape, languageTag(job))).join('');
  return { shapes: frame + body(shapes.length + 2), ground: hex(theme.ground), media };
}

export const languageTag = ({ language }: ExportJob) => (language === 'vi' ? 'vi-VN' : 'en-GB');
