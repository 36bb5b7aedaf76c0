'use client';

export * from '../core/index.js';
export type { KeptNotification, NotificationFilter, NotificationsSnapshot } from '../core/notifications/notifications.js';
export type { TypingUser } from '../core/typing/typists.js';
export type { QueryClientLike } from './context.js';
export { PusherProvider, RealTimeProvider, type PusherProviderProps, type RealTimeProviderProps } from './RealTimeProvider.js';
export { pusherClient } from './pusherClient.js';
export { useChannel, type SubscribeOptions } from './useChannel.js';
export { useChannels } from './useChannels.js';
export { useConnectionState, usePusher, type ConnectionStatus } from './useConnectionState.js';
export { useEvent } from './useEvent.js';
export { useNotifications, type NotificationsOptions, type NotificationsState } from './useNotifications.js';
export { usePresence, usePresenceChannel, type PresenceChannelState, type PresenceState } from './usePresence.js';
export {
  useRealtimeClient,
  type SessionCallbacks,
  type SessionMessage,
  type SessionOptions,
  type SessionState,
} from './useRealtimeClient.js';
export { useRealtimeQueries, type QueryKey, type QueryMap } from './useRealtimeQueries.js';
export { useServerClock, type ServerClockState } from './useServerClock.js';
export { useClientTrigger, useTrigger, type Trigger } from './useTrigger.js';
export { useTypingIndicator, type TypingIndicatorState } from './useTypingIndicator.js';
