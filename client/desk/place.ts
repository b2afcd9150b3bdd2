/** What the address says the desk shows: `/desk/<section>?unit=718&…`. */
export interface Place {
  readonly section: string;
  /** The value of a name in the address; null where it is not there. */
  readonly get: (name: string) => string | null;
  readonly params: Readonly<Record<string, string>>;
}

/** Values to set; null takes a name out. */
export type PlaceChange = Readonly<Record<string, string | null>>;

/** Without a section in the path: `units`. */
export function placeOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Place {
  const section = pathname.split('/')[2] || 'units';
  const params: Record<string, string> = Object.fromEntries(new URLSearchParams(search));
  return { section, params, get: (name) => params[name] ?? null };
}

/** The address of a section with these values, in their order; empty ones are left out. */
export function addressOf(section: string, params: PlaceChange): string {
  const kept = Object.entries(params).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== '',
  );
  const search = new URLSearchParams(kept).toString();
  return `/desk/${section}${search && `?${search}`}`;
}

/** The same section with some values changed. */
export function changedAddress(place: Place, change: PlaceChange): string {
  return addressOf(place.section, { ...place.params, ...change });
}
