import type { Backend } from '../auth/backend.js';
import { Listeners } from '../listeners.js';

const EVERY_MS = 60_000;
const BEST_OF = 5;

/** How the server's clock goes. */
export interface ClockSnapshot {
  /** What to add to `Date.now()`, in milliseconds. */
  readonly offset: number;
  /** How far off that may be, in milliseconds: half the time that asking took. Infinity while nothing is known. */
  readonly accuracy: number;
  readonly isSynced: boolean;
}

/** As long as nobody has asked the server. */
export const UNSYNCED: ClockSnapshot = { offset: 0, accuracy: Infinity, isSynced: false };

/** Compares the clock here with the server's, each minute while somebody wants to know. */
export class ServerClock {
  readonly changes = new Listeners<void>();
  readonly #backend: Backend;
  #snapshot = UNSYNCED;
  #samples: ClockSnapshot[] = [];
  #users = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** The same object until something changes. */
  readonly snapshot = (): ClockSnapshot => this.#snapshot;

  /** @returns the server's time, in milliseconds of the epoch */
  now(): number {
    return Date.now() + this.#snapshot.offset;
  }

  /** @returns what ends it */
  start(): () => void {
    if (this.#users++ === 0) {
      void this.sync();
      this.#timer = setInterval(() => void this.sync(), EVERY_MS);
    }
    let isOver = false;
    return () => {
      if (!isOver && --this.#users === 0) {
        clearInterval(this.#timer);
      }
      isOver = true;
    };
  }

  /** Asks the server now. Of the last five answers the quickest counts. */
  async sync(): Promise<void> {
    const asked = Date.now();
    try {
      const { now } = (await this.#backend.json(this.#backend.config().endpoints?.time ?? '/api/time')) as { now: string };
      const half = (Date.now() - asked) / 2;
      const sample = { offset: Date.parse(now) - asked - half, accuracy: half, isSynced: true };
      this.#samples = [...this.#samples, sample].slice(-BEST_OF);
      this.#snapshot = this.#samples.reduce((best, next) => (next.accuracy <= best.accuracy ? next : best));
      this.changes.tell();
    } catch {
      // The next minute asks again.
    }
  }
}
