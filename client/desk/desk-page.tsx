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
import { useMe } from './use-me.ts';
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

/** Whoever may see single dossiers works at the desk; a wall is a screen and may not. */
const NEEDED = 'records';

/** Half-loaded figures are wrong figures: the desk begins once the server has all, and then stays. */
function DeskStart({ token }: { token: string }) {
  const language = useLanguage();
  const words = WORDS[language];
  const { catalogue, failure } = useCatalogue(token);
  const me = useMe(token);
  const loading = useLiveState((state) => state.loading);
  const isReady = useLiveState(({ clock }) => clock !== null) && loading === null;
  const [hasStarted, setStarted] = useState(false);
  if (isReady && !hasStarted) setStarted(true);
  const isRefused = failure === 401 || failure === 403;
  if (isRefused || (me && !me.actions.includes(NEEDED)))
    return <Message title={words.refused} detail={words.refusedDetail} />;
  if (catalogue && me && hasStarted)
    return <DeskShell catalogue={catalogue} token={token} me={me} />;
  if (loading !== null) {
    const share = `${formatNumber(loading * 100, 0, language)}%`;
    return <Message title={words.filling} detail={share} progress={loading} />;
  }
  if (failure !== null) return <Message title={words.waiting} detail={words.waitingDetail} />;
  return <Message title={words.starting} />;
}
