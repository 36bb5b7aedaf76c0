import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useLocation } from 'react-router';
import { isRecord } from '../api/http';
import { statusQuery, unreadQuery, type UserStatus } from '../conversations/queries';
import { takeInboxChange } from '../inbox/unread';
import { type Counts, type Notification, target } from '../notifications/notification';
import { countsQuery } from '../notifications/queries';
import { isLost, useChannelEvents, useOnGap } from '../realtime';
import { toast } from '../ui/toasts';

/** What a user is told wherever they are. */
export function useUserEvents(userId: string): void {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const handlers = useMemo(() => {
    const again = (...queryKey: string[]) => void client.invalidateQueries({ queryKey });
    return {
      // What was told between the answers and the subscription was not heard.
      'pusher:subscription_succeeded': () => {
        again('notifications');
        again('conversations', 'list');
        again('conversations', 'unread');
        again('unread-count');
      },
      notification: (data: unknown) => {
        again('notifications');
        if (isNotification(data)) {
          if (data.type === 'order') {
            again('orders');
          }
          const to = target(data);
          if (to !== pathname) {
            toast({ text: `${data.title}: ${data.message}`, tone: data.urgent ? 'danger' : 'brass', ...(to ? { to } : {}) });
          }
        }
      },
      'notification:read': () => again('notifications'),
      'notification:updated': () => again('notifications'),
      'conversation:updated': (data: unknown) => {
        again('conversations', 'list');
        again('conversations', 'unread');
        if (isRecord(data) && typeof data['conversationId'] === 'string') {
          again('conversations', 'one', data['conversationId']);
        }
      },
      'unread:changed': (data: unknown) => {
        if (!isRecord(data)) {
          return;
        }
        const { conversations, notifications, unseen } = data;
        if (typeof conversations === 'number') {
          client.setQueryData(unreadQuery.queryKey, conversations);
          again('conversations', 'list');
        }
        client.setQueryData<Counts>(
          countsQuery.queryKey,
          (known) =>
            known && {
              unreadCount: typeof notifications === 'number' ? notifications : known.unreadCount,
              unseenCount: typeof unseen === 'number' ? unseen : known.unseenCount,
            },
        );
      },
      'inbox:changed': (data: unknown) => takeInboxChange(client, data),
      'presence:status': (data: unknown) => {
        if (isStatus(data)) {
          client.setQueryData(statusQuery(data.userId).queryKey, data);
        }
      },
      'realtime:recovered': (data: unknown) => {
        if (isLost(data)) {
          again('notifications');
          again('conversations');
          again('unread-count');
        }
      },
    };
  }, [client, pathname]);
  useChannelEvents(`private-user-${userId}`, handlers);
  useOnGap(useCallback(() => void client.invalidateQueries(), [client]));
}

function isNotification(data: unknown): data is Notification {
  return isRecord(data) && typeof data['title'] === 'string' && typeof data['message'] === 'string';
}

function isStatus(data: unknown): data is UserStatus {
  return isRecord(data) && typeof data['userId'] === 'string' && typeof data['status'] === 'string';
}
