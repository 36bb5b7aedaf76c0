import type { Backend } from '../auth/backend.js';
import { revived } from '../channels/revive.js';
import { Listeners } from '../listeners.js';
import type { Notification, NotificationsRead, NotificationType, UnreadChanged } from '../events.js';

/** A notification as the back end keeps it. */
export interface KeptNotification extends Notification {
  readonly seen?: boolean;
  readonly archived?: boolean;
  readonly urgent?: boolean;
}

/** Which notifications. */
export interface NotificationFilter {
  /** How many at a time. Default 20. */
  readonly limit?: number | undefined;
  readonly type?: NotificationType | undefined;
  readonly read?: boolean | undefined;
}

/** The notifications there are. */
export interface NotificationsSnapshot {
  /** Newest first. */
  readonly notifications: readonly KeptNotification[];
  /** Of all, not only of these; as the back end has said last. */
  readonly unreadCount: number;
  readonly unseenCount: number;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
}

/** Before anything has come. */
export const NOTHING: NotificationsSnapshot = {
  notifications: [],
  unreadCount: 0,
  unseenCount: 0,
  isLoading: true,
  error: null,
  hasMore: false,
};

interface Page {
  readonly data: readonly KeptNotification[];
  readonly meta: { readonly unreadCount: number; readonly unseenCount?: number; readonly hasMore?: boolean };
}

type Counts = { readonly unreadCount?: number | undefined; readonly unseenCount?: number | undefined };

/** A list of notifications. Counts are never reckoned here: the back end says them, in answers and in events. */
export class Notifications {
  readonly changes = new Listeners<void>();
  readonly #backend: Backend;
  readonly #filter: NotificationFilter;
  #snapshot = NOTHING;
  #page = 0;
  /** Changes with each load: an answer to an earlier one is late. */
  #load = 0;

  constructor(backend: Backend, filter: NotificationFilter) {
    this.#backend = backend;
    this.#filter = filter;
  }

  /** The same object until something changes. */
  readonly snapshot = (): NotificationsSnapshot => this.#snapshot;

  /** Loads the first page anew. */
  readonly refetch = (): Promise<void> => this.#fetch(1);

  readonly fetchMore = (): Promise<void> => (this.#snapshot.hasMore ? this.#fetch(this.#page + 1) : Promise.resolve());

  /** One has come. Events tell several times of the same one, under several names. */
  added(notification: KeptNotification): void {
    if (this.#isWanted(notification)) {
      this.#set({ notifications: uniquely([notification, ...this.#snapshot.notifications]) });
    }
  }

  #isWanted({ type, read }: KeptNotification): boolean {
    return (this.#filter.type ?? type) === type && (this.#filter.read ?? read) === read;
  }

  /** One is otherwise than it was: an archived one goes, and one that tells something newer is the newest. */
  updated(changed: KeptNotification): void {
    const { notifications } = this.#snapshot;
    const before = notifications.find(({ id }) => id === changed.id) ?? notifications[0];
    const others = notifications.filter(({ id }) => id !== changed.id);
    if (changed.archived) {
      this.#set({ notifications: others });
    } else if ((before === undefined || changed.createdAt > before.createdAt) && this.#isWanted(changed)) {
      this.#set({ notifications: [changed, ...others] });
    } else {
      this.#set({ notifications: notifications.map((one) => (one.id === changed.id ? changed : one)) });
    }
  }

  readElsewhere({ ids, all, unreadCount, unseenCount }: NotificationsRead): void {
    this.#mark((one) => all || ids.includes(one.id), true);
    this.#count({ unreadCount, unseenCount });
  }

  counted({ notifications, unseen }: UnreadChanged): void {
    this.#count({ unreadCount: notifications, unseenCount: unseen });
  }

  /** Marks one at once. If the back end will not, it is as before, and there is an error. */
  async mark(id: string, read: boolean): Promise<void> {
    await this.#marked((one) => one.id === id, read, `/${encodeURIComponent(id)}/${read ? 'read' : 'unread'}`);
  }

  /** Marks all as read at once. If the back end will not, they are as before, and there is an error. */
  async markAll(): Promise<void> {
    this.#count((await this.#marked(() => true, true, '/read-all')) as Counts);
  }

  async markAllSeen(): Promise<void> {
    this.#count((await this.#marked(() => false, true, '/seen-all')) as Counts);
  }

  /** @returns the back end's answer, and nothing if there is an error */
  async #marked(which: (one: KeptNotification) => boolean, read: boolean, path: string): Promise<object> {
    const changed = this.#snapshot.notifications.filter((one) => one.read !== read && which(one));
    this.#mark(which, read);
    try {
      return (await this.#backend.json(this.#path + path, { method: 'PATCH' })) as object;
    } catch (error) {
      this.#mark((one) => changed.some((before) => before.id === one.id), !read);
      this.#set({ error: error as Error });
      return {};
    }
  }

  get #path(): string {
    return this.#backend.config().endpoints?.notifications ?? '/api/notifications';
  }

  async #fetch(page: number): Promise<void> {
    const load = ++this.#load;
    const { limit = 20, type, read } = this.#filter;
    const query = `?page=${page}&limit=${limit}${type ? `&type=${type}` : ''}${read === undefined ? '' : `&read=${read}`}`;
    this.#set({ isLoading: true });
    try {
      const { data, meta } = (await this.#backend.json(this.#path + query)) as Page;
      if (load === this.#load) {
        const news = data.map((one) => revived('private-user-', 'notification', one) as KeptNotification);
        const notifications = uniquely(page === 1 ? news : [...this.#snapshot.notifications, ...news]);
        this.#page = page;
        this.#set({ notifications, isLoading: false, error: null, hasMore: meta.hasMore ?? data.length === limit });
        this.#count(meta);
      }
    } catch (error) {
      if (load === this.#load) {
        this.#set({ isLoading: false, error: error as Error });
      }
    }
  }

  #mark(which: (one: KeptNotification) => boolean, read: boolean): void {
    const marked = this.#snapshot.notifications.map((one) => (one.read !== read && which(one) ? { ...one, read } : one));
    this.#set({ notifications: marked });
  }

  #count({ unreadCount = this.#snapshot.unreadCount, unseenCount = this.#snapshot.unseenCount }: Counts): void {
    this.#set({ unreadCount, unseenCount });
  }

  #set(change: Partial<NotificationsSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.changes.tell();
  }
}

function uniquely(all: readonly KeptNotification[]): readonly KeptNotification[] {
  return [...new Map([...all].reverse().map((one) => [one.id, one])).values()].reverse();
}
