/** Who a token stands for. A wall is a screen, not a person: it reads aggregates and nothing else. */
export type Role = 'wall' | 'admin' | 'ingest';

export interface Principal {
  readonly role: Role;
  /** Unit codes it may see, each with everything below it. */
  readonly scope: readonly string[];
}

/** `events`: single events by their ids. `direct`: say what all screens show. `positions`: where cameras stand to the metre; without it they are coarse. */
export type Action =
  | 'push'
  | 'query'
  | 'read'
  | 'events'
  | 'quarantine'
  | 'metrics'
  | 'positions'
  | 'direct';

/** What is not listed is refused. */
const MAY: { readonly [R in Role]: readonly Action[] } = {
  wall: ['query', 'read'],
  admin: ['query', 'read', 'events', 'quarantine', 'metrics', 'positions', 'direct'],
  ingest: ['push'],
};

export function may(principal: Principal, action: Action): boolean {
  return MAY[principal.role].includes(action);
}

/** Principals with the same text see the same answers. */
export function scopeKey({ scope }: Principal): string {
  return [...scope].sort().join(',');
}
