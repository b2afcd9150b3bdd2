/**
 * Who a token stands for. A wall is a screen, not a person: it reads aggregates and nothing else. `operator`, `analyst` and `reader`
 * are accounts; a reader is a program (a spreadsheet, a script) that asks questions.
 */
export type Role = 'wall' | 'admin' | 'ingest' | 'operator' | 'analyst' | 'reader';

export interface Principal {
  readonly role: Role;
  /** Its account; none for the tokens of the server's settings. */
  readonly account?: string;
  /** What people see as the author of what it does. */
  readonly name: string;
  /** Unit codes it may see, each with everything below it. */
  readonly scope: readonly string[];
}

/**
 * `events`: single events by their ids. `records`: lists of single dossiers. `positions`: where cameras stand to the metre; without it
 * they are coarse. `direct`: say what all screens show. `operate`: acknowledge, assign, tasks, shift. `study`: save documents,
 * export. `accounts`: who else may.
 */
export type Action =
  | 'push'
  | 'query'
  | 'read'
  | 'events'
  | 'records'
  | 'quarantine'
  | 'metrics'
  | 'positions'
  | 'direct'
  | 'operate'
  | 'study'
  | 'accounts';

/** What is not listed is refused. */
const MAY: { readonly [R in Role]: readonly Action[] } = {
  wall: ['query', 'read'],
  operator: ['query', 'read', 'events', 'positions', 'records', 'operate'],
  analyst: ['query', 'read', 'records', 'study'],
  reader: ['query', 'read'],
  admin: [
    'query',
    'read',
    'events',
    'records',
    'quarantine',
    'metrics',
    'positions',
    'direct',
    'operate',
    'study',
    'accounts',
  ],
  ingest: ['push'],
};

export function may(principal: Principal, action: Action): boolean {
  return MAY[principal.role].includes(action);
}

export function actionsOf({ role }: Principal): readonly Action[] {
  return MAY[role];
}

/** Principals with the same text see the same answers. */
export function scopeKey({ scope }: Principal): string {
  return [...scope].sort().join(',');
}
