import { useId, useRef, useState, type ReactNode } from 'react';
import { useNotifications } from '../client/useNotifications.js';
import { BellIcon } from './icons.js';
import { NotificationItem } from './NotificationItem.js';
import { useDismiss } from './useDismiss.js';

const BADGE = 'absolute -top-1 -right-1 bg-red-500 text-white text-xs rounded-full w-5 h-5 flex items-center justify-center';

/** A button with the number of unread notifications, and the list of them. */
export function NotificationBell(): ReactNode {
  const { notifications, unreadCount, markAsRead, markAllAsRead, hasMore, fetchMore, error } = useNotifications();
  const [isOpen, setIsOpen] = useState(false);
  const bell = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  useDismiss(bell, isOpen, () => {
    setIsOpen(false);
    button.current?.focus();
  });
  return (
    <div className="notification-bell" ref={bell}>
      <button
        ref={button}
        type="button"
        onClick={() => setIsOpen(!isOpen)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        aria-label={unreadCount > 0 ? `Notifications, ${unreadCount} unread` : 'Notifications'}
        className="relative p-2 rounded-lg hover:bg-gray-100"
      >
        <BellIcon className="w-6 h-6" />
        {unreadCount > 0 && <span className={BADGE}>{unreadCount > 99 ? '99+' : unreadCount}</span>}
      </button>
      {isOpen && (
        <div
          id={panel}
          role="region"
          aria-label="Notifications"
          className="absolute top-full right-0 mt-2 w-80 bg-white rounded-lg shadow-lg border"
        >
          <div className="p-4 border-b flex justify-between items-center">
            <h3 className="font-semibold">Notifications</h3>
            {unreadCount > 0 && (
              <button type="button" onClick={() => void markAllAsRead()} className="text-sm text-blue-600 hover:underline">
                Mark all read
              </button>
            )}
          </div>
          <div className="max-h-96 overflow-y-auto">
            {error !== null && (
              <p role="alert" className="p-4 text-red-600">
                Notifications cannot be loaded or changed at the moment
              </p>
            )}
            {notifications.length === 0 ? (
              <div className="p-4 text-center text-gray-500">No notifications</div>
            ) : (
              notifications.map((notification) => (
                <NotificationItem
                  key={notification.id}
                  notification={notification}
                  onMarkRead={() => void markAsRead(notification.id)}
                />
              ))
            )}
            {hasMore && (
              <button type="button" onClick={() => void fetchMore()} className="p-4 text-sm text-blue-600 hover:underline">
                Show more
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
