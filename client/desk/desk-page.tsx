import { useState } from 'react';
import { formatNumber } from '../../shared/unit/format.ts';
import type { Live } from '../store/live.ts';
import { LiveContext, useLiveState } from '../store/use-answer.ts';
import { useLanguage } from '../ui/language.ts';
import { Message } from '../ui/message.tsx';
import { takeToken } from '../wall/device-token.ts';
import { useCatalogue } from '../wall/use-catalogue.ts';
import { DeskShell } from './desk-shell.tsx';
import { startPreferences } from './preferences.ts';
import { WORDS } from './words.ts';

/** The operators' desk from its first moment; it says what it lacks: a token, the right, the server, its data. */
export function DeskPage({ openLive }: { openLive: (token: string) => Live }) {
  const [live] = useState(() => {
    startPreferences(location.search, localStorage);
    const token = takeToken(location, history, localStorage, sessionStorage);
    return token === null ? null : { token, handle: openLive(token) };
  });
  const words = WORDS[useLanguage()];
  if (!live) return <Message title={words.unknown} detail={words.unknownDetail} />;
  return (
    <LiveContext value={live.handle}>
      <DeskStart token={live.token} />
    </LiveContext>
  );
}

/** Half-loaded figures are wrong figures: the desk begins once the server has all, and then stays. */
function DeskStart({ token }: { token: string }) {
  const language = useLanguage();
  const words = WORDS[language];
  const { catalogue, failure } = useCatalogue(token);
  const loading = useLiveState((state) => state.loading);
  const isReady = useLiveState(({ clock }) => clock !== null) && loading === null;
  const [hasStarted, setStarted] = useState(false);
  if (isReady && !hasStarted) setStarted(true);
  if (catalogue && hasStarted) return <DeskShell catalogue={catalogue} token={token} />;
  if (failure === 401 || failure === 403)
    return <Message title={words.refused} detail={words.refusedDetail} />;
  if (loading !== null) {
    const share = `${formatNumber(loading * 100, 0, language)}%`;
    return <Message title={words.filling} detail={share} progress={loading} />;
  }
  if (failure !== null) return <Message title={words.waiting} detail={words.waitingDetail} />;
  return <Message title={words.starting} />;
}
