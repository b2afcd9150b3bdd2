import { useState } from 'react';
import type { ReportExport } from '../../../shared/export/export-request.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { download } from '../../ui/download.ts';
import { faultText } from '../answer/refusal-words.ts';
import type { CallFault } from '../call.ts';
import { useStudio } from '../studio-context.ts';
import { REPORT_WORDS } from './report-words.ts';

const FORMATS = ['xlsx', 'pdf', 'csv'] as const;
type Format = (typeof FORMATS)[number];

type ReportFilesProps = Pick<ReportExport, 'unit' | 'level' | 'by' | 'period'>;

/** The form as a file in the layout of the paper, made by the server as every other export is. */
export function ReportFiles(asked: ReportFilesProps) {
  const { language } = useTileSurroundings();
  const words = REPORT_WORDS[language];
  const { callFile } = useStudio();
  const [making, setMaking] = useState<Format | null>(null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const make = async (format: Format) => {
    setMaking(format);
    const separator = language === 'vi' ? 'semicolon' : 'comma';
    const body: ReportExport = { form: 'II.06a', ...asked, language, separator };
    const path = `/api/v1/exports/report?format=${format}`;
    const told = await callFile(path, { method: 'POST', body });
    setMaking(null);
    setFault('fault' in told ? told.fault : null);
    if ('body' in told) download(told.body.bytes, told.body.name || `II.06a.${format}`);
  };
  return (
    <p className="report-files">
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="plain-button"
          disabled={making !== null}
          onClick={() => void make(format)}
        >
          {making === format ? words.making : words.files[format]}
        </button>
      ))}
      {fault && <span role="alert">{faultText(fault, language)}</span>}
    </p>
  );
}
