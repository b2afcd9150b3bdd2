/** What lies over the desk. */
export type Overlay = 'search' | 'help' | null;
