const KEY = 'ioc.deviceToken';

/** The token of `#token=…`, kept for the next start and taken out of the address, or the one kept before. */
export function takeToken(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (!token) return storage.getItem(KEY);
  storage.setItem(KEY, token);
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  return token;
}
