import { useState } from 'react';
import type { CameraWindowRow, WindowDeed } from '../../../shared/record/camera-window.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { useTopic } from '../duty/use-topic.ts';
import { WindowForm } from './window-form.tsx';
import { WINDOWS_WORDS } from './windows-words.ts';
import '../form/form.css';
import '../duty/duty.css';

const SHOWN = 2;

/** Maintenance that runs or is still to come, and the way to plan, end or cancel it. */
export function WindowList() {
  const { language, unit, me } = useDesk();
  const words = WINDOWS_WORDS[language];
  const [isPlanning, setPlanning] = useState(false);
  const path = `/api/v1/cameras/windows?${new URLSearchParams({ unit })}`;
  const { value } = useTopic<readonly CameraWindowRow[]>(path, 'camera-window');
  const { isBusy, fault, send } = useDeed();
  if (!me.actions.includes('operate')) return null;
  const open = (value ?? []).filter(({ state }) => state === 'running' || state === 'planned');
  const act = (window: string, deed: WindowDeed['deed']) =>
    void send(`/api/v1/cameras/windows/${encodeURIComponent(window)}/deeds`, { deed });
  return (
    <>
      <section className="camera-list camera-windows" aria-label={words.title}>
        <h2>
          {words.title} <b>{formatInteger(open.length, language)}</b>
          <button type="button" aria-label={words.plan} onClick={() => setPlanning(true)}>
            {words.add}
          </button>
        </h2>
        <ul>
          {open.slice(0, SHOWN).map((each) => (
            <WindowLine key={each.window} planned={each} isBusy={isBusy} act={act} />
          ))}
        </ul>
        {open.length > SHOWN && <p>{words.more(formatInteger(open.length - SHOWN, language))}</p>}
        <FaultLine text={fault} />
      </section>
      {isPlanning && <WindowForm onClose={() => setPlanning(false)} />}
    </>
  );
}

interface WindowLineProps {
  readonly planned: CameraWindowRow;
  readonly isBusy: boolean;
  readonly act: (window: string, deed: WindowDeed['deed']) => void;
}

function WindowLine({ planned, isBusy, act }: WindowLineProps) {
  const { language } = useDesk();
  const words = WINDOWS_WORDS[language];
  const { window, state, reason, count, names, from, to, by } = planned;
  const deed = state === 'running' ? 'end' : 'cancel';
  const whole = [reason, names.join(', '), by ?? words.source].join(' · ');
  return (
    <li title={whole}>
      <b>{reason}</b>
      <button type="button" disabled={isBusy} onClick={() => act(window, deed)}>
        {words.deeds[deed]}
      </button>
      <span>
        {formatInteger(count, language)} {words.cameraCount} ·{' '}
        {state === 'running' ? words.until : words.begins}{' '}
        {formatDateTime(state === 'running' ? to : from)}
      </span>
    </li>
  );
}
