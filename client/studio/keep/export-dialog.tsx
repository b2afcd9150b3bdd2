import { useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import type { Chart } from '../../../shared/chart/chart.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { download } from '../../ui/download.ts';
import { faultText } from '../answer/refusal-words.ts';
import type { CallFault } from '../call.ts';
import { ChoiceField } from '../question/choice-field.tsx';
import { TextLine } from '../question/text-line.tsx';
import { useStudio } from '../studio-context.ts';
import { type ChartDialogProps, KeepDialog } from './keep-dialog.tsx';
import { KEEP_WORDS } from './keep-words.ts';

const EXPORT_FORMATS = ['png', 'svg', 'csv', 'xlsx', 'pdf', 'pptx'] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];
const SCALES = ['1', '2', '3', '4'] as const;
const SEPARATORS = ['comma', 'semicolon', 'tab'] as const;
const THEMES = ['paper', 'light', 'dark'] as const;

interface Manner {
  readonly scale: string;
  readonly separator: string;
  readonly theme: string;
  readonly classMark: string;
}

const START: Manner = { scale: '2', separator: 'comma', theme: 'paper', classMark: '' };

/** What is made a file of, as the server takes it. */
export type Exported =
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'board'; readonly board: Board };

interface FileDialogProps {
  readonly exported: Exported;
  readonly onClose: () => void;
}

/** The chart as a file. */
export function ExportDialog({ chart, onClose }: ChartDialogProps) {
  return <FileDialog exported={{ kind: 'chart', chart }} onClose={onClose} />;
}

/** A chart or a board as a file in one of six formats, made by the server. */
export function FileDialog({ exported, onClose }: FileDialogProps) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const [manner, setManner] = useState(START);
  const { make, making, said, fault } = useExport(exported, manner);
  return (
    <KeepDialog title={words.export} onClose={onClose}>
      <fieldset className="export-formats">
        <legend className="unseen">{words.format}</legend>
        {EXPORT_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            disabled={making !== null}
            onClick={() => void make(format)}
          >
            <b>{format.toUpperCase()}</b>
            <span>{words.formats[format]}</span>
          </button>
        ))}
      </fieldset>
      <MannerFields manner={manner} onChange={setManner} />
      <p className="keep-said" role="status">
        {making !== null && `${words.exporting} ${making.toUpperCase()}…`}
        {said}
        {fault && faultText(fault, language)}
      </p>
      <p className="keep-note">{words.carries}</p>
    </KeepDialog>
  );
}

interface MannerFieldsProps {
  readonly manner: Manner;
  readonly onChange: (manner: Manner) => void;
}

function MannerFields({ manner, onChange }: MannerFieldsProps) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const set = (part: Partial<Manner>) => onChange({ ...manner, ...part });
  return (
    <div className="export-manner">
      <ChoiceField
        name={words.theme}
        value={manner.theme}
        choices={THEMES.map((each) => ({ value: each, name: words.themes[each] }))}
        onChange={(theme) => set({ theme })}
      />
      <ChoiceField
        name={words.scale}
        value={manner.scale}
        choices={SCALES.map((each) => ({ value: each, name: `${each}×` }))}
        onChange={(scale) => set({ scale })}
      />
      <ChoiceField
        name={words.separator}
        value={manner.separator}
        choices={SEPARATORS.map((each) => ({ value: each, name: words.separators[each] }))}
        onChange={(separator) => set({ separator })}
      />
      <TextLine
        name={words.classMark}
        value={manner.classMark}
        hint={words.classHint}
        most={40}
        onChange={(classMark) => set({ classMark })}
      />
    </div>
  );
}

function useExport({ kind, ...content }: Exported, manner: Manner) {
  const { language } = useTileSurroundings();
  const { callFile } = useStudio();
  const [making, setMaking] = useState<ExportFormat | null>(null);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<CallFault | null>(null);
  const make = async (format: ExportFormat) => {
    setMaking(format);
    setSaid('');
    setFault(null);
    const { scale, separator, theme, classMark } = manner;
    const link = `${location.pathname}${location.search}`;
    const mark = classMark.trim();
    const body = { ...content, language, theme, separator, link, ...(mark && { classMark: mark }) };
    const path = `/api/v1/exports/${kind}?format=${format}${format === 'png' ? `&scale=${scale}` : ''}`;
    const answer = await callFile(path, { method: 'POST', body });
    setMaking(null);
    if ('fault' in answer) {
      setFault(answer.fault);
      return;
    }
    const name = answer.body.name || `${kind}.${format}`;
    download(answer.body.bytes, name);
    setSaid(KEEP_WORDS[language].exported(name));
  };
  return { make, making, said, fault };
}
