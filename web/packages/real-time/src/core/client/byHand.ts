/** Subscriptions that were made by hand, and are taken back by name. */
export class ByHand {
  readonly #all = new Map<string, { readonly closes: Set<() => void>; taken: number }>();

  add(name: string, close: () => void): void {
    const entry = this.#all.get(name) ?? { closes: new Set(), taken: 0 };
    entry.closes.add(close);
    this.#all.set(name, entry);
  }

  /** Ends exactly this one. */
  remove(name: string, close: () => void): void {
    const entry = this.#all.get(name);
    if (entry?.closes.delete(close)) {
      close();
      this.#endIfTaken(name);
    }
  }

  /** Ends one of them; as nobody says which, all go on until the last is taken. */
  take(name: string): void {
    const entry = this.#all.get(name);
    if (entry !== undefined) {
      entry.taken += 1;
      this.#endIfTaken(name);
    }
  }

  #endIfTaken(name: string): void {
    const entry = this.#all.get(name);
    if (entry !== undefined && entry.taken >= entry.closes.size) {
      this.#all.delete(name);
      entry.closes.forEach((close) => close());
    }
  }
}
