import { useEffect, useRef, useState } from 'react';
import type { Alarm } from '../../../shared/alarm/alarm.ts';

const KEY = 'ioc.desk.alarm-sound';
const TONE_HZ = 880;
const TONE_S = 0.16;

/** A short tone when an alarm comes up that cannot wait; off until somebody wants it, and then for good on this machine. */
export function useAlarmSound(standing: readonly Alarm[]) {
  const [isOn, setOn] = useState(() => localStorage.getItem(KEY) === 'on');
  const heard = useRef<number | null>(null);
  const newest = Math.max(
    0,
    ...standing.filter(isPressing).map(({ announcedAtMs }) => announcedAtMs),
  );
  useEffect(() => {
    // What stood when the page was opened is no news.
    if (isOn && heard.current !== null && newest > heard.current) playTone();
    heard.current = newest;
  }, [isOn, newest]);
  const toggle = () => {
    localStorage.setItem(KEY, isOn ? 'off' : 'on');
    if (!isOn) playTone();
    setOn(!isOn);
  };
  return { isOn, toggle };
}

function isPressing({ place, priority }: Alarm): boolean {
  return place === 'unacknowledged' && (priority === 1 || priority === 2);
}

/** Two short beeps, soft at their ends. */
function playTone(): void {
  const context = new AudioContext();
  for (const at of [0, TONE_S * 1.6]) {
    const tone = new OscillatorNode(context, { frequency: TONE_HZ });
    const gain = new GainNode(context, { gain: 0 });
    const from = context.currentTime + at;
    gain.gain.linearRampToValueAtTime(0.2, from + 0.02);
    gain.gain.linearRampToValueAtTime(0, from + TONE_S);
    tone.connect(gain).connect(context.destination);
    tone.start(from);
    tone.stop(from + TONE_S);
  }
  setTimeout(() => void context.close(), 1000);
}
