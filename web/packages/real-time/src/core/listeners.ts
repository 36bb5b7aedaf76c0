/** A set of functions that are told values. Whoever listens while a value is told hears the next one first. */
export class Listeners<T> {
  readonly #all = new Set<(value: T) => void>();

  get size(): number {
    return this.#all.size;
  }

  /** @returns what takes the listener away again */
  add(listener: (value: T) => void): () => void {
    const own = (value: T): void => listener(value);
    this.#all.add(own);
    return () => {
      this.#all.delete(own);
    };
  }

  /** Tells all of them; one that throws keeps nothing from the others, and its error is reported. */
  tell(value: T): void {
    for (const listener of [...this.#all]) {
      if (this.#all.has(listener)) {
        attempt(() => listener(value));
      }
    }
  }
}

/** Runs what belongs to the application: its error is reported, as an uncaught one, and stops nothing here. */
export function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
