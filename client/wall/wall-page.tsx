import { type ReactNode, useState } from 'react';
import type { Language } from '../../shared/unit/format.ts';
import { formatNumber } from '../../shared/unit/format.ts';
import type { Live } from '../store/live.ts';
import { LiveContext, useLiveState } from '../store/use-answer.ts';
import { useLanguage } from '../ui/language.ts';
import { Message } from '../ui/message.tsx';
import { takeToken } from './device-token.ts';
import { useCatalogue } from './use-catalogue.ts';
import { WallScreen } from './wall-screen.tsx';

interface WallPageProps {
  readonly isKiosk: boolean;
  /** Id of the one scene to stay on. */
  readonly scene: string | null;
  readonly openLive: (token: string) => Live;
  /** What says that the wall looks back; null: it shows the present. */
  readonly past: ReactNode;
}

/** The wall from its first moment: without a token it says so, and never asks for one. */
export function WallPage({ openLive, ...rest }: WallPageProps) {
  const language = useLanguage();
  const [live] = useState(() => {
    const token = takeToken(location, history, localStorage, sessionStorage);
    return token === null ? null : { token, handle: openLive(token) };
  });
  if (!live) return <Message {...TEXTS[language].unknown} />;
  return (
    <LiveContext value={live.handle}>
      <WallStart {...rest} token={live.token} language={language} />
    </LiveContext>
  );
}

interface WallStartProps extends Omit<WallPageProps, 'openLive'> {
  readonly token: string;
  readonly language: Language;
}

function WallStart({ language, ...screen }: WallStartProps) {
  const { catalogue, failure } = useCatalogue(screen.token);
  const loading = useLiveState((state) => state.loading);
  const hasStarted = useStarted();
  const texts = TEXTS[language];
  if (catalogue && hasStarted) {
    return <WallScreen {...screen} catalogue={catalogue} />;
  }
  if (loading !== null) {
    return <Message {...texts.loading} progress={loading} detail={percentOf(loading, language)} />;
  }
  if (failure === 401 || failure === 403) return <Message {...texts.unknown} />;
  return <Message {...(failure === null ? texts.starting : texts.waiting)} />;
}

/** Half-loaded figures are wrong figures: a screen begins once the server has all; a screen that has begun stays. */
function useStarted(): boolean {
  const isReady = useLiveState(({ clock, loading }) => clock !== null && loading === null);
  const [hasStarted, setStarted] = useState(isReady);
  if (isReady && !hasStarted) setStarted(true);
  return hasStarted;
}

const percentOf = (progress: number, language: Language) =>
  `${formatNumber(progress * 100, 0, language)}%`;

const TEXTS = {
  vi: {
    starting: { title: 'Đang khởi động', detail: '' },
    loading: { title: 'Đang nạp dữ liệu' },
    waiting: { title: 'Đang chờ máy chủ', detail: 'Màn hình tự kết nối lại, không cần thao tác.' },
    unknown: {
      title: 'Màn hình chưa được cấp quyền',
      detail: 'Mở liên kết thiết bị do máy chủ in ra khi khởi động.',
    },
  },
  en: {
    starting: { title: 'Starting', detail: '' },
    loading: { title: 'Loading data' },
    waiting: { title: 'Waiting for the server', detail: 'The wall reconnects by itself.' },
    unknown: {
      title: 'This screen is not registered',
      detail: 'Open the device link that the server printed when it started.',
    },
  },
} as const;
