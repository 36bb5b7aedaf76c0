import { Listeners } from '../listeners.js';
import type { Member } from './member.js';

/** The members of a channel, and whether that is still so. */
export interface RosterSnapshot {
  readonly members: ReadonlyMap<string, Member>;
  readonly myId: string | null;
  /** True while disconnected: these were the members when it was last known. */
  readonly isStale: boolean;
}

export const NOBODY: RosterSnapshot = { members: new Map(), myId: null, isStale: false };

const QUIET_MS = 100;

/** Keeps the members of one channel. Watchers are told at once, and of a burst at most ten times a second. */
export class Roster {
  readonly changes = new Listeners<void>();
  #snapshot: RosterSnapshot = NOBODY;
  #now: RosterSnapshot = NOBODY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The same object until something changes. */
  get snapshot(): RosterSnapshot {
    return this.#snapshot;
  }

  get myId(): string | null {
    return this.#now.myId;
  }

  get(id: string): Member | undefined {
    return this.#now.members.get(id);
  }

  /** @returns who has joined and who has left since it was last known; nobody, the first time */
  replace(members: readonly Member[], myId: string | null): { joined: Member[]; left: Member[] } {
    const before = this.#now.members;
    const wasKnown = this.#now !== NOBODY;
    const now = new Map(members.map((member) => [member.id, member]));
    this.#set({ members: now, myId, isStale: false });
    return {
      joined: wasKnown ? members.filter((member) => !before.has(member.id)) : [],
      left: wasKnown ? [...before.values()].filter((member) => !now.has(member.id)) : [],
    };
  }

  join(member: Member): void {
    this.#set({ ...this.#now, members: new Map(this.#now.members).set(member.id, member) });
  }

  /** @returns the member as they were last known */
  leave(id: string): Member | undefined {
    const member = this.get(id);
    const members = new Map(this.#now.members);
    members.delete(id);
    this.#set({ ...this.#now, members });
    return member;
  }

  /** From now on it is not known who is there. */
  stale(): void {
    this.#set({ ...this.#now, isStale: true });
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #set(now: RosterSnapshot): void {
    this.#now = now;
    if (this.#timer === undefined) {
      this.#publish();
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        if (this.#snapshot !== this.#now) {
          this.#set(this.#now);
        }
      }, QUIET_MS);
    }
  }

  #publish(): void {
    this.#snapshot = this.#now;
    this.changes.tell();
  }
}
