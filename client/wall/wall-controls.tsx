import { lazy, Suspense, useState } from 'react';
import type { Language } from '../../shared/unit/format.ts';
import { toggleLanguage } from '../ui/language.ts';
import type { RotationControls } from './use-rotation.ts';

const ICONS = {
  previous: 'M10.5 2 4.5 8l6 6',
  next: 'm5.5 2 6 6-6 6',
  pause: 'M5 2.5v11M11 2.5v11',
  play: 'm4.5 2.5 8 5.5-8 5.5Z',
  full: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  past: 'M3 4.5A6 6 0 1 1 2 8M3 1.5v3h3M8 5v3.5l2 1.5',
} as const;

/** Loaded when somebody wants to look back. */
const LookBackForm = lazy(async () => ({
  default: (await import('../past/look-back-form.tsx')).LookBackForm,
}));

interface WallControlsProps {
  readonly controls: RotationControls;
  readonly language: Language;
}

export function WallControls({ controls, language }: WallControlsProps) {
  const { rotation, move, togglePause } = controls;
  const [isLooking, setLooking] = useState(false);
  const isVi = language === 'vi';
  const pause = isVi ? 'Tạm dừng' : 'Pause';
  const play = isVi ? 'Chạy tiếp' : 'Go on';
  return (
    <div className="controls">
      <Control icon="previous" name={isVi ? 'Màn trước' : 'Previous'} act={() => move(-1)} />
      <Control
        icon={rotation.isPaused ? 'play' : 'pause'}
        name={rotation.isPaused ? play : pause}
        act={togglePause}
      />
      <Control icon="next" name={isVi ? 'Màn sau' : 'Next'} act={() => move(1)} />
      <Control icon="past" name={isVi ? 'Xem lại' : 'Look back'} act={() => setLooking(true)} />
      <Control icon="full" name={isVi ? 'Toàn màn hình' : 'Full screen'} act={toggleFullScreen} />
      <button type="button" className="control" lang={isVi ? 'en' : 'vi'} onClick={toggleLanguage}>
        {isVi ? 'EN' : 'VI'}
      </button>
      <Suspense fallback={null}>
        {isLooking && <LookBackForm onClose={() => setLooking(false)} />}
      </Suspense>
    </div>
  );
}

function Control({ icon, name, act }: { icon: keyof typeof ICONS; name: string; act: () => void }) {
  return (
    <button type="button" className="control" aria-label={name} title={name} onClick={act}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={ICONS[icon]} />
      </svg>
    </button>
  );
}

export function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  change.catch(() => undefined);
}
