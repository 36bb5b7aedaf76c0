import { Listeners } from '../listeners.js';

const EXPIRES_MS = 6000;

/** Somebody who is writing. */
export interface TypingUser {
  readonly id: string;
  /** The same as `id`. */
  readonly userId: string;
  /** Where the channel tells its members' names. */
  readonly name?: string | undefined;
}

const NOBODY: readonly TypingUser[] = [];

/** Who is writing. Who is not heard of again is forgotten after six seconds. */
export class Typists {
  readonly changes = new Listeners<void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #users = NOBODY;

  /** The same object until something changes. */
  readonly snapshot = (): readonly TypingUser[] => this.#users;

  heard(id: string, isTyping: boolean, name?: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    if (isTyping) {
      this.#timers.set(
        id,
        setTimeout(() => this.heard(id, false), EXPIRES_MS),
      );
    }
    const isKnown = this.#users.some((user) => user.id === id);
    if (isKnown !== isTyping) {
      this.#users = isTyping ? [...this.#users, { id, userId: id, name }] : this.#users.filter((user) => user.id !== id);
      this.changes.tell();
    }
  }

  clear(): void {
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#timers.clear();
    this.#users = NOBODY;
  }
}
