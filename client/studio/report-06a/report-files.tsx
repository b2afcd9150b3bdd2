import { useState } from 'react';
import type { ChartExport } from '../../../shared/export/export-request.ts';
import type { Query } from '../../../shared/query/query.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { download } from '../../ui/download.ts';
import { faultText } from '../answer/refusal-words.ts';
import type { CallFault } from '../call.ts';
import { useStudio } from '../studio-context.ts';
import { REPORT_WORDS } from './report-words.ts';

const FORMATS = ['xlsx', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

interface ReportFilesProps {
  /** The question of the rows. */
  readonly query: Query;
  readonly title: string;
}

/** The rows of the form as a file, made by the server as every other export is. */
export function ReportFiles({ query, title }: ReportFilesProps) {
  const { language } = useTileSurroundings();
  const words = REPORT_WORDS[language];
  const { callFile } = useStudio();
  const [making, setMaking] = useState<Format | null>(null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const make = async (format: Format) => {
    setMaking(format);
    const link = `${location.pathname}${location.search}`;
    const body: ChartExport = { chart: { title, query, form: 'table' }, language, link };
    const path = `/api/v1/exports/chart?format=${format}`;
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
