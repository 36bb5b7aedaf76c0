import type { ChannelEvent } from '../providers/provider.js';
import type { LoggedEvent, RecoverySource } from './source.js';

const LIVE_PER_GENERATION = 100;
const FRESH_MS = 5000;
const NEVER_LOGGED = /^(client-|pusher|typing)/;

/** How far a channel was heard, and what was heard since, so that nothing is told twice and nothing is left out. */
export class Positions {
  readonly #channel: string;
  readonly #log: RecoverySource;
  /** The last position before which everything was told. */
  #position: number | null = null;
  /** Where the log was when the current generation began: until it ends, an event before that may still be on its way. */
  #next: number | null = null;
  /** Told without a position, in two generations. */
  #live: string[] = [];
  #before: string[] = [];
  /** Told from the log, while the same may still come without a position. */
  #logged = new Map<string, number>();

  constructor(channel: string, log: RecoverySource) {
    this.#channel = channel;
    this.#log = log;
  }

  get known(): number | null {
    return this.#position;
  }

  /** Asks where the channel is. A log that does not answer leaves it open, and the next recovery says so. */
  async begin(): Promise<void> {
    const { position } = await this.#log.since(this.#channel, null);
    this.#position ??= position ?? null;
  }

  /** @returns whether an event is to be told: not if it was told already */
  isNews(event: ChannelEvent): boolean {
    if (event.seq !== undefined) {
      return this.#isLoggedNews({ ...event, seq: event.seq });
    }
    if (NEVER_LOGGED.test(event.event)) {
      return true;
    }
    const print = printOf(event);
    const toldAt = this.#logged.get(print);
    this.#logged.delete(print);
    if (toldAt !== undefined && Date.now() - toldAt < FRESH_MS) {
      return false;
    }
    this.#live.push(print);
    if (this.#live.length === LIVE_PER_GENERATION) {
      void this.#newGeneration();
    }
    return true;
  }

  /**
   * Fetches what was missed.
   *
   * @param tell what is news, in order
   * @returns whether that was all
   */
  async recover(tell: (event: LoggedEvent) => void): Promise<boolean> {
    let isGapless = this.#position !== null;
    for (let hasMore = isGapless; hasMore;) {
      const after = this.#position ?? 0;
      const { events, complete, position } = await this.#log.since(this.#channel, after);
      const [first] = events;
      isGapless &&= complete || first?.seq === after + 1;
      events.filter((event) => this.#isLoggedNews(event)).forEach(tell);
      hasMore = !complete && first !== undefined && (this.#position ?? 0) < (position ?? 0);
      if (!hasMore && position !== undefined) {
        this.#position = position; // a log that was begun anew counts from the start
      }
    }
    this.#live = this.#before = [];
    this.#next = null;
    if (this.#position === null) {
      await this.begin();
    }
    return isGapless;
  }

  #isLoggedNews(event: ChannelEvent & { readonly seq: number }): boolean {
    if (event.seq <= (this.#position ?? -1)) {
      return false;
    }
    this.#position = event.seq;
    const print = printOf(event);
    for (const told of [this.#before, this.#live]) {
      const index = told.indexOf(print);
      if (index >= 0) {
        told.splice(index, 1);
        return false;
      }
    }
    const now = Date.now();
    this.#logged.forEach((at, old) => now - at > FRESH_MS && this.#logged.delete(old));
    this.#logged.set(print, now);
    return true;
  }

  /** Lets go of what is older than a generation. */
  async #newGeneration(): Promise<void> {
    const ending = this.#live;
    this.#live = [];
    const before = this.#before;
    this.#before = ending;
    try {
      const { position } = await this.#log.since(this.#channel, null);
      this.#position = this.#next ?? this.#position;
      this.#next = position ?? null;
    } catch {
      this.#before = [...before, ...ending].slice(-10 * LIVE_PER_GENERATION); // as far as memory is worth it
    }
  }
}

function printOf({ event, data }: { readonly event: string; readonly data: unknown }): string {
  return `${event} ${JSON.stringify(data)}`;
}
