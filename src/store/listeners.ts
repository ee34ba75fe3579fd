/** Who wants to know that something changed. Many changes of one moment are one call. */
export class Listeners {
  readonly #listeners = new Set<() => void>();
  #isSoon = false;

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(): void {
    this.#isSoon = false;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Once, when the present work is done; before anything that waits for its outcome goes on. */
  tellSoon(): void {
    if (this.#isSoon) return;
    this.#isSoon = true;
    void Promise.resolve().then(() => {
      if (this.#isSoon) this.tell();
    });
  }
}
