import { csvFile } from './csv-file.ts';
import type { ExportJob } from './export-job.ts';
import type { Naming } from './naming.ts';
import { documentPages, picturePage } from './pages-of.ts';
import { pdfFile } from './pdf-file.ts';
import { pngFile, svgFile } from './picture-file.ts';
import { pptxFile } from './pptx-file.ts';
import { xlsxFile } from './xlsx-file.ts';

/** The bytes of an export. The same job gives the same bytes, in any process and time zone. */
export async function render(job: ExportJob, naming: Naming): Promise<Buffer> {
  switch (job.format) {
    case 'svg':
      return svgFile(picturePage(job, naming));
    case 'png':
      return pngFile(picturePage(job, naming), job.scale);
    case 'csv':
      return csvFile(job, naming);
    case 'xlsx':
      return xlsxFile(job, naming);
    case 'pdf':
      return pdfFile(documentPages(job, naming), job);
    case 'pptx':
      return pptxFile(job, naming);
  }
}
