import type { ReactNode } from 'react';
import type { EventData } from '../core/channels/types.js';
import { useEvent } from '../client/useEvent.js';

/** What is told of a notification. */
export type HeardNotification = EventData<`private-user-${string}`, 'notification'>;

/** Properties of {@link NotificationListener}. */
export interface NotificationListenerProps {
  readonly userId: string | null | undefined;
  readonly onNotification: (notification: HeardNotification) => void;
  /** Told besides `onNotification` for those that are urgent. */
  readonly onUrgent?: ((notification: HeardNotification) => void) | undefined;
}

/** Shows nothing: tells of a user's notifications as they come, for toasts. */
export function NotificationListener({ userId, onNotification, onUrgent }: NotificationListenerProps): ReactNode {
  const channel = userId ? (`private-user-${userId}` as const) : null;
  useEvent(channel, 'notification', (notification) => onNotification(notification));
  useEvent(channel, 'notification:urgent', (notification) => onUrgent?.(notification));
  return null;
}
