import PDFDocument from 'pdfkit';
import type { ExportJob } from './export-job.ts';
import { truetype } from './fonts.ts';
import { PAGE } from './page-frame.ts';
import { paintSvg } from './svg-painter.ts';
import { bytesOf } from './zip-file.ts';

/** Points of a design pixel: a page is as large as a 16:9 slide of 13⅓ inches. */
const POINTS = 0.75;

/** Pages as a PDF with embedded Inter, whose text can be read out; dates are those of the stamp. */
export async function pdfFile(pages: readonly string[], job: ExportJob): Promise<Buffer> {
  const doc = openPdf(job.title, job.stamp, job.language, [
    PAGE.width * POINTS,
    PAGE.height * POINTS,
  ]);
  const bytes = bytesOf(doc);
  for (const page of pages) {
    doc.addPage();
    doc.scale(POINTS);
    paintSvg(doc, page);
  }
  doc.end();
  return bytes;
}

/** A PDF without pages yet, with fonts `plain` and `strong`. */
export function openPdf(
  title: string,
  { by, atMs }: { readonly by: string; readonly atMs: number },
  language: string,
  size: [number, number],
): PDFKit.PDFDocument {
  const at = new Date(atMs);
  const doc = new PDFDocument({
    autoFirstPage: false,
    size,
    margin: 0,
    lang: language === 'vi' ? 'vi-VN' : 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: title,
      Author: by,
      Creator: 'IOC',
      Producer: 'IOC',
      CreationDate: at,
      ModDate: at,
    },
  });
  doc.registerFont('plain', truetype(400));
  doc.registerFont('strong', truetype(600));
  return doc;
}
