import type { RecoverySource } from '../recovery/source.js';
import { Channel } from './channel.js';

/** What happens to the channels of a connection. */
export interface ChannelsUser {
  added(name: string): void;
  removed(name: string): void;
}

/** The channels that have users, and for a while those that had. */
export class Channels {
  readonly #user: ChannelsUser;
  readonly #log: RecoverySource;
  /** In milliseconds. */
  readonly #linger: () => number;
  readonly #all = new Map<string, { readonly channel: Channel; users: number; timer?: ReturnType<typeof setTimeout> }>();

  constructor(user: ChannelsUser, log: RecoverySource, linger: () => number) {
    this.#user = user;
    this.#log = log;
    this.#linger = linger;
  }

  get size(): number {
    return this.#all.size;
  }

  names(): string[] {
    return [...this.#all.keys()];
  }

  get(name: string): Channel | undefined {
    return this.#all.get(name)?.channel;
  }

  forEach(visit: (channel: Channel) => void): void {
    this.#all.forEach(({ channel }) => visit(channel));
  }

  acquire(name: string): Channel {
    const known = this.#all.get(name);
    if (known !== undefined) {
      known.users += 1;
      clearTimeout(known.timer);
      return known.channel;
    }
    const channel = new Channel(name, this.#log);
    this.#all.set(name, { channel, users: 1 });
    this.#user.added(name);
    return channel;
  }

  release(name: string): void {
    const entry = this.#all.get(name);
    if (entry !== undefined && --entry.users === 0) {
      entry.timer = setTimeout(() => this.#remove(name), this.#linger());
    }
  }

  #remove(name: string): void {
    this.get(name)?.close();
    this.#all.delete(name);
    this.#user.removed(name);
  }
}
