import { IocError } from '../errors.ts';
import type { Act, ActJournal, NewAct } from '../store/journal.ts';

/** How one thing of a topic is after an act; the same object where the act changes nothing. */
export type Apply<T> = (known: T | undefined, act: Act) => T | undefined;

/** A fold over the acts of a topic, kept and carried on: each act is read once. */
export class Book<T> {
  readonly #journal: ActJournal;
  readonly #topic: string;
  readonly #apply: Apply<T>;
  readonly #things = new Map<string, T>();
  #seq = 0;

  constructor(journal: ActJournal, topic: string, apply: Apply<T>) {
    this.#journal = journal;
    this.#topic = topic;
    this.#apply = apply;
  }

  /** By subject, as the journal has it now. */
  async things(): Promise<ReadonlyMap<string, T>> {
    for (const act of await this.#journal.read(this.#topic, this.#seq)) this.#take(act);
    return this.#things;
  }

  async find(subject: string): Promise<T> {
    const found = (await this.things()).get(subject);
    if (found) return found;
    const where = subject.slice(0, 80);
    throw new IocError('IOC_DUTY_UNKNOWN', { expected: this.#topic, where });
  }

  /** Appends what was decided on `newestSeq` and gives the thing after it. */
  async write(act: Omit<NewAct, 'topic'>, newestSeq: number): Promise<T> {
    await this.#journal.append({ ...act, topic: this.#topic }, { newestSeq });
    return this.find(act.subject);
  }

  #take(act: Act): void {
    // Two readings that overlapped may bring the same act.
    if (act.seq <= this.#seq) return;
    this.#seq = act.seq;
    const next = this.#apply(this.#things.get(act.subject), act);
    if (next) this.#things.set(act.subject, next);
  }
}
