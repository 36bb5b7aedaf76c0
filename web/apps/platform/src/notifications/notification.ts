export const notificationTypes = ['order', 'message', 'payment', 'system'] as const;
export type NotificationType = (typeof notificationTypes)[number];

export interface Notification {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly type: NotificationType;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
  readonly read: boolean;
  readonly seen: boolean;
  readonly archived: boolean;
  readonly urgent: boolean;
  readonly createdAt: string;
}

export interface NotificationsPage {
  readonly data: readonly Notification[];
  readonly meta: {
    readonly unreadCount: number;
    readonly unseenCount: number;
    readonly total: number;
    readonly page: number;
    readonly limit: number;
    readonly hasMore: boolean;
  };
}

export interface Counts {
  readonly unreadCount: number;
  readonly unseenCount: number;
}

export type Preferences = Readonly<Record<NotificationType, { readonly inApp: boolean; readonly email: boolean }>>;

export const typeNames: Readonly<Record<NotificationType, string>> = {
  order: 'Bids and orders',
  message: 'Messages',
  payment: 'Payments',
  system: 'Fanfare',
};

/** Where what it tells of can be seen. */
export function target({ metadata }: Notification): string | undefined {
  const url = metadata?.['url'];
  return typeof url === 'string' && /^\/(?!\/)/.test(url) ? url : undefined;
}

/** A list after one of its notifications has changed; those that do not belong in it any more leave. */
export function withChange(
  page: NotificationsPage,
  id: string,
  change: (notification: Notification) => Notification,
  belongs: (notification: Notification) => boolean,
): NotificationsPage {
  const data = page.data
    .map((known) => (known.id === id ? change(known) : known))
    .filter((known) => known.id !== id || belongs(known));
  return { ...page, data };
}
