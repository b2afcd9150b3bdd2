import type { ReactNode } from 'react';
import type { Live } from '../store/live.ts';
import { useLanguage } from '../ui/language.ts';
import { Message } from '../ui/message.tsx';
import { momentIn } from './moment.ts';
import { PastBand } from './past-band.tsx';
import { pastLive } from './past-live.ts';

export interface LookingBack {
  readonly openLive: (token: string) => Live;
  readonly band: ReactNode;
}

/** How the wall looks back as the address wants it; null where the address names no moment. */
export function lookBack(
  search: string,
  openLive: (token: string) => Live,
  hasControls: boolean,
): LookingBack | null {
  const moment = momentIn(search);
  if (!moment) return null;
  return {
    openLive: (token) => pastLive(openLive(token), moment),
    band: <PastBand moment={moment} hasControls={hasControls} />,
  };
}

/** Rather no figures than the present's under an address of the past. */
export function NoMoment() {
  const isVi = useLanguage() === 'vi';
  return (
    <Message
      title={isVi ? 'Thời điểm không hợp lệ' : 'This is no moment'}
      detail={
        isVi
          ? 'Ví dụ: ?asOf=2023-12-29T16:00 hoặc ?from=2023-12-28&to=2023-12-29&speed=60 (1–600).'
          : 'For example ?asOf=2023-12-29T16:00 or ?from=2023-12-28&to=2023-12-29&speed=60 (1–600).'
      }
    />
  );
}
