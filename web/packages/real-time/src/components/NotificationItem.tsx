import type { ReactNode } from 'react';
import type { KeptNotification } from '../core/notifications/notifications.js';

/** Properties of {@link NotificationItem}. */
export interface NotificationItemProps {
  readonly notification: KeptNotification;
  readonly onMarkRead: () => void;
}

/** One notification in a list. */
export function NotificationItem({ notification, onMarkRead }: NotificationItemProps): ReactNode {
  const { title, message, read, createdAt } = notification;
  return (
    <div className={`p-4 border-b ${read ? '' : 'bg-blue-50'}`} data-read={read}>
      <p className="font-medium">{title}</p>
      <p className="text-sm text-gray-600">{message}</p>
      <time className="text-xs text-gray-500" dateTime={createdAt.toISOString()}>
        {createdAt.toLocaleString()}
      </time>
      {!read && (
        <button type="button" onClick={onMarkRead} className="text-sm text-blue-600 hover:underline">
          Mark read
        </button>
      )}
    </div>
  );
}
