import { useState } from 'react';
import type { Chart } from '../../../shared/chart/chart.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { ExportDialog } from './export-dialog.tsx';
import { KEEP_WORDS } from './keep-words.ts';
import { PinDialog } from './pin-dialog.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';
import './keep.css';

const DIALOGS = {
  save: SaveDialog,
  share: ShareDialog,
  export: ExportDialog,
  pin: PinDialog,
} as const;
type Action = keyof typeof DIALOGS;

/** Save, share, export, pin: each opens a dialog about the chart as it is shown. */
export function ChartActions({ chart }: { chart: Chart }) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const [open, setOpen] = useState<Action | null>(null);
  const Dialog = open && DIALOGS[open];
  return (
    <fieldset className="chart-actions">
      <legend className="unseen">{words.actions}</legend>
      {(Object.keys(DIALOGS) as Action[]).map((action) => (
        <button key={action} type="button" className="plain-button" onClick={() => setOpen(action)}>
          {words[action]}
        </button>
      ))}
      {Dialog && <Dialog chart={chart} onClose={() => setOpen(null)} />}
    </fieldset>
  );
}
