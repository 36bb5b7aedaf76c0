import { useEffect, useMemo } from 'react';
import { getPusherClient } from '../core/client/clients.js';
import { INITIAL } from '../core/connection/state.js';
import type { NotificationsRead, UnreadChanged } from '../core/events.js';
import {
  Notifications,
  NOTHING,
  type KeptNotification,
  type NotificationFilter,
  type NotificationsSnapshot,
} from '../core/notifications/notifications.js';
import { useClient } from './context.js';
import { useView } from './useChannel.js';
import { useStore } from './useStore.js';

/** Which notifications, and whether new ones are heard. */
export interface NotificationsOptions extends NotificationFilter {
  /** Default true; otherwise they are only loaded. */
  readonly realtime?: boolean | undefined;
}

/**
 * The user's notifications, and what can be done with them. What is marked shows at once, and no longer if it failed; then
 * there is an `error`, and the promise is kept all the same.
 */
export interface NotificationsState extends NotificationsSnapshot {
  readonly markAsRead: (id: string) => Promise<void>;
  readonly markAsUnread: (id: string) => Promise<void>;
  readonly markAllAsRead: () => Promise<void>;
  readonly markAllAsSeen: () => Promise<void>;
  readonly fetchMore: () => Promise<void>;
  readonly refetch: () => Promise<void>;
}

/** The notifications of the user that the provider knows: loaded from the back end, and kept up to date by events. */
export function useNotifications(options: NotificationsOptions = {}): NotificationsState {
  const { limit, type, read, realtime = true } = options;
  const client = useClient();
  useStore(client, INITIAL); // who the user is may be known later
  const userId = client?.userId ?? null;
  const view = useView(realtime && userId !== null ? `private-user-${userId}` : null);
  const backend = (client ?? getPusherClient()).backend;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another user has another list
  const list = useMemo(() => new Notifications(backend, { limit, type, read }), [backend, userId, limit, type, read]);

  useEffect(() => {
    if (client !== null) {
      void list.refetch();
    }
  }, [client, list]);
  useEffect(
    () =>
      view.bindAll((event, data) => {
        // One without an id is to be shown, not kept. `new-notification` and `notification:urgent` say the same again.
        if (event === 'notification' && (data as Partial<KeptNotification>).id !== undefined) {
          list.added(data as KeptNotification);
        } else if (event === 'notification:updated') {
          list.updated(data as KeptNotification);
        } else if (event === 'notification:read') {
          list.readElsewhere(data as NotificationsRead);
        } else if (event === 'unread:changed') {
          list.counted(data as UnreadChanged);
        } else if (event === 'realtime:recovered') {
          void list.refetch();
        }
      }),
    [view, list],
  );
  const snapshot = useStore(list, NOTHING);
  const actions = useMemo(() => {
    const isHeard = (): boolean => view.isSubscribed;
    const marked = async (id: string, isRead: boolean): Promise<void> => {
      await list.mark(id, isRead);
      await (isHeard() ? undefined : list.refetch()); // the counts come by no event
    };
    return {
      markAsRead: (id: string) => marked(id, true),
      markAsUnread: (id: string) => marked(id, false),
      markAllAsRead: () => list.markAll(),
      markAllAsSeen: () => list.markAllSeen(),
      fetchMore: list.fetchMore,
      refetch: list.refetch,
    };
  }, [list, view]);
  return { ...snapshot, ...actions };
}
