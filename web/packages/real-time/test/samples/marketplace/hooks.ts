import { useChannel, usePresence, useTypingIndicator, useNotifications, useConnectionState } from '@repo/real-time/client';

// Subscribe to channels
const { isSubscribed, bind, trigger } = useChannel('private-conversation-123');

// Track user presence
const { members, count } = usePresence('presence-product-123');

// Typing indicators
const { typingUsers, sendTyping } = useTypingIndicator('conversation-123');

// Real-time notifications
const { notifications, unreadCount, markAsRead } = useNotifications();

// Connection monitoring
const { isConnected, state } = useConnectionState();
