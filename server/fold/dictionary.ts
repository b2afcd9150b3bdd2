/** Texts numbered in the order in which they were first met. */
export class Dictionary {
  readonly texts: string[] = [];
  readonly #codes = new Map<string, number>();

  /** Number of a text; given when new. */
  code(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.texts.length;
    this.#codes.set(text, code);
    this.texts.push(text);
    return code;
  }

  find(text: string): number | undefined {
    return this.#codes.get(text);
  }

  restore(texts: readonly string[]): void {
    for (const text of texts) this.code(text);
  }
}
