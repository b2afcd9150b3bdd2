import { useId, useState } from 'react';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { faultText } from '../answer/refusal-words.ts';
import type { CallFault } from '../call.ts';
import { useStudio } from '../studio-context.ts';
import { newChartId, originOf, saveChart } from './chart-document.ts';
import { type ChartDialogProps, KeepDialog } from './keep-dialog.tsx';
import { KEEP_WORDS } from './keep-words.ts';
import { openSaved } from './open-saved.ts';

const CONFLICT = 409;

/** Saves the chart as the next version of what it came from, or as a new one. */
export function SaveDialog({ chart, onClose }: ChartDialogProps) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const field = useId();
  const [title, setTitle] = useState(chart.title);
  const { origin, save, version, fault } = useSaving({ ...chart, title: title.trim() });
  const isReady = title.trim() !== '';
  return (
    <KeepDialog title={words.save} onClose={onClose}>
      <form
        className="keep-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void save(origin !== null);
        }}
      >
        <label htmlFor={field}>{words.title}</label>
        <input
          id={field}
          className="text-field"
          data-first
          maxLength={200}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <div className="keep-buttons">
          <button type="submit" className="strong-button" disabled={!isReady}>
            {origin ? words.saveVersion(String(origin.version + 1)) : words.saveFirst}
          </button>
          {origin && (
            <button
              type="button"
              className="plain-button"
              disabled={!isReady}
              onClick={() => void save(false)}
            >
              {words.saveNew}
            </button>
          )}
        </div>
      </form>
      <p className="keep-said" role="status">
        {version !== null && words.saved(String(version))}
        {fault && (fault.status === CONFLICT ? words.conflict : faultText(fault, language))}
      </p>
      {fault?.status === CONFLICT && origin && (
        <button type="button" className="plain-button" onClick={() => openSaved(origin.id)}>
          {words.openNewest}
        </button>
      )}
    </KeepDialog>
  );
}

function useSaving(chart: ChartDialogProps['chart']) {
  const { call } = useStudio();
  const { params } = usePlace();
  const origin = originOf(params);
  const [version, setVersion] = useState<number | null>(null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const save = async (asNext: boolean) => {
    const next = asNext ? origin : null;
    const id = next?.id ?? newChartId(chart.title, Math.random);
    const answer = await saveChart(call, id, chart, next?.version ?? 0);
    setVersion('body' in answer ? answer.body.version : null);
    setFault('fault' in answer ? answer.fault : null);
    if ('body' in answer) {
      changeParams({ doc: id, v: String(answer.body.version), t: chart.title }, 'replace');
    }
  };
  return { origin, save, version, fault };
}
