import type { SubscriptionError } from '../auth/backend.js';
import { Listeners } from '../listeners.js';
import type { Member } from '../presence/member.js';
import { Roster } from '../presence/roster.js';
import type { ChannelEvent, Presence } from '../providers/provider.js';
import { Positions } from '../recovery/positions.js';
import type { RecoverySource } from '../recovery/source.js';
import { revived } from './revive.js';
import type { EventMeta } from './types.js';

/** How long what is new waits for what was missed. */
const LONGEST_MS = 10_000;

/** How a channel is. */
export interface ChannelSnapshot {
  readonly isSubscribed: boolean;
  readonly error: SubscriptionError | null;
  readonly recovered: boolean | null;
}

/** Before anything has begun, and on the server. */
export const UNSUBSCRIBED: ChannelSnapshot = { isSubscribed: false, error: null, recovered: null };

/** An event on its way to those who have bound it. */
export interface Delivery {
  readonly data: unknown;
  readonly meta: EventMeta;
}

/** One channel of the connection, whoever uses it. */
export class Channel {
  readonly changes = new Listeners<void>();
  readonly deliveries = new Listeners<Delivery>();
  readonly roster = new Roster();
  readonly positions: Positions;
  snapshot = UNSUBSCRIBED;
  #wasSubscribed = false;
  /** Events that wait until what was missed before them is told; null while nothing is being fetched. */
  #held: ChannelEvent[] | null = null;
  #recoveries = 0;

  constructor(
    readonly name: string,
    log: RecoverySource,
  ) {
    this.positions = new Positions(name, log);
  }

  /** The provider has it. @returns what was missed meanwhile was all told; null if it was never away */
  subscribed(presence?: Presence): Promise<boolean> | null {
    const isBack = this.#wasSubscribed && !this.snapshot.isSubscribed;
    const isFirst = !this.#wasSubscribed;
    this.#wasSubscribed = true;
    this.#set({ isSubscribed: true, error: null, ...(isBack && { recovered: null }) });
    if (presence !== undefined) {
      const { joined, left } = this.roster.replace(presence.members, presence.myId);
      joined.forEach((member) => this.#tell('presence:join', member));
      left.forEach((member) => this.#tell('presence:leave', member));
    }
    this.#tell('pusher:subscription_succeeded', presence ?? {});
    if (isFirst) {
      this.positions.begin().catch(() => {}); // the next recovery will say that it does not know
    }
    return isBack ? this.#recover() : null;
  }

  refused(error: SubscriptionError): void {
    this.#set({ isSubscribed: false, error });
    this.#tell('pusher:subscription_error', error);
  }

  /** The connection is gone; who was there is only remembered. */
  interrupted(): void {
    if (this.snapshot.isSubscribed) {
      this.#set({ isSubscribed: false });
      this.roster.stale();
    }
  }

  event(event: ChannelEvent): void {
    if (this.#held !== null) {
      this.#held.push(event);
    } else if (this.positions.isNews(event)) {
      this.#deliver(event, false);
    }
  }

  joined(member: Member): void {
    this.roster.join(member);
    this.#tell('pusher:member_added', member);
    this.#tell('presence:join', member);
  }

  left(id: string): void {
    const member = this.roster.leave(id);
    if (member !== undefined) {
      this.#tell('pusher:member_removed', member);
      this.#tell('presence:leave', member);
    }
  }

  /** Events are lost, says the provider. */
  lost(): void {
    this.#recovered(false);
  }

  close(): void {
    this.roster.close();
  }

  async #recover(): Promise<boolean> {
    this.#held ??= [];
    this.#recoveries += 1;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, LONGEST_MS, false)));
    // Where the log cannot be reached it is not known what was missed.
    const all = this.positions.recover((event) => this.#deliver(event, true)).catch(() => false);
    const recovered = await Promise.race([all, tooLong]);
    clearTimeout(timer);
    if (--this.#recoveries === 0) {
      const held = this.#held;
      this.#held = null;
      held.forEach((event) => this.event(event));
      this.#recovered(recovered);
    }
    return recovered;
  }

  #recovered(recovered: boolean): void {
    this.#set({ recovered });
    this.#tell('realtime:recovered', { recovered });
  }

  #tell(event: string, data: unknown): void {
    this.#deliver({ channel: this.name, event, data }, false);
  }

  #deliver({ event, data, userId, seq }: ChannelEvent, recovered: boolean): void {
    this.deliveries.tell({ data: revived(this.name, event, data), meta: { channel: this.name, event, userId, seq, recovered } });
  }

  #set(change: Partial<ChannelSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.changes.tell();
  }
}
