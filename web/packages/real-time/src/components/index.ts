'use client';

export { Avatar, type AvatarProps } from './Avatar.js';
export { CollaborativeEditor, type CollaborativeEditorProps } from './CollaborativeEditor.js';
export { ConnectionStatus } from './ConnectionStatus.js';
export { BellIcon, Spinner, type IconProps } from './icons.js';
export { MessageBubble, type MessageBubbleProps, type ShownMessage } from './MessageBubble.js';
export { MessageInput, type MessageInputProps } from './MessageInput.js';
export { MessageThread, type MessageThreadProps } from './MessageThread.js';
export { NotificationBell } from './NotificationBell.js';
export { NotificationItem, type NotificationItemProps } from './NotificationItem.js';
export { NotificationListener, type HeardNotification, type NotificationListenerProps } from './NotificationListener.js';
export { PresenceIndicator, type PresenceIndicatorProps } from './PresenceIndicator.js';
export { TypingIndicator, type TypingIndicatorProps } from './TypingIndicator.js';
