import type { StoreChange } from './store.ts';

/** Tells listeners of each topic's newest revision, each revision at most once. */
export class Telling {
  readonly #listeners: ((change: StoreChange) => void)[] = [];
  readonly #told = new Map<string, number>();

  listen(listener: (change: StoreChange) => void): void {
    this.#listeners.push(listener);
  }

  tell(topic: string, revision: number): void {
    if (revision <= (this.#told.get(topic) ?? 0)) return;
    this.#told.set(topic, revision);
    for (const listener of this.#listeners) listener({ topic, revision });
  }
}

export const documentTopic = (kind: string) => `document.${kind}`;
