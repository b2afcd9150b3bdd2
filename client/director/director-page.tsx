import { useState } from 'react';
import type { Live } from '../store/live.ts';
import { LiveContext } from '../store/use-answer.ts';
import { useLanguage } from '../ui/language.ts';
import { Message } from '../ui/message.tsx';
import { takeToken } from '../wall/device-token.ts';
import { useCatalogue } from '../wall/use-catalogue.ts';
import { DirectorScreen } from './director-screen.tsx';
import { WORDS } from './words.ts';

/** One tablet that drives all screens; for whoever holds an administrator's token. */
export function DirectorPage({ openLive }: { openLive: (token: string) => Live }) {
  const words = WORDS[useLanguage()];
  const [live] = useState(() => {
    const token = takeToken(location, history, localStorage, sessionStorage);
    return token === null ? null : { token, handle: openLive(token) };
  });
  if (!live) return <Message title={words.forbidden} detail={words.forbiddenDetail} />;
  return (
    <LiveContext value={live.handle}>
      <DirectorStart token={live.token} />
    </LiveContext>
  );
}

function DirectorStart({ token }: { token: string }) {
  const words = WORDS[useLanguage()];
  const { catalogue, failure } = useCatalogue(token);
  if (catalogue) return <DirectorScreen catalogue={catalogue} />;
  if (failure === 401 || failure === 403) {
    return <Message title={words.forbidden} detail={words.forbiddenDetail} />;
  }
  return <Message title={failure === null ? words.starting : words.waiting} />;
}
