const KEY = 'ioc.deviceToken';
const SESSION_KEY = 'ioc.sessionToken';

type Address = Pick<Location, 'hash' | 'pathname' | 'search'>;
type AddressBar = Pick<History, 'replaceState'>;
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/**
 * The token of `#token=…`, kept for the next start and taken out of the address; else that of this tab's session, else
 * the one kept before.
 */
export function takeToken(
  location: Address,
  history: AddressBar,
  kept: Storage,
  session: Storage,
): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (!token) return session.getItem(SESSION_KEY) ?? kept.getItem(KEY);
  kept.setItem(KEY, token);
  clearHash(location, history);
  return token;
}

/** Exchanges the one-time code of `#link=…` for a session of this tab; a code that does not hold changes nothing. */
export async function redeemLink(
  location: Address,
  history: AddressBar,
  session: Storage,
  exchange: (code: string) => Promise<string | null>,
): Promise<void> {
  const code = new URLSearchParams(location.hash.slice(1)).get('link');
  if (!code) return;
  clearHash(location, history);
  const token = await exchange(code);
  if (token !== null) session.setItem(SESSION_KEY, token);
}

/** Asks the server for the session of a one-time code; null where it gives none. */
export async function askForSession(code: string): Promise<string | null> {
  try {
    const response = await fetch('/api/v1/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    return response.ok ? ((await response.json()) as { token: string }).token : null;
  } catch {
    return null;
  }
}

function clearHash({ pathname, search }: Address, history: AddressBar): void {
  history.replaceState(null, '', `${pathname}${search}`);
}
