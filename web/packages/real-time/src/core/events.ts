/**
 * The channels of the application and what is heard on them. This is the one file that knows them; everything else takes
 * {@link EventMap} as it is.
 */

import type {
  AgentTyping,
  Alert,
  Announcement,
  AuctionEnded,
  AuctionExtended,
  AuctionUpdated,
  BidNews,
  ContactMessage,
  ContactUpdated,
  ConversationEntry,
  ConversationRead,
  CursorMoved,
  Maintenance,
  MemberJoined,
  MessageDeleted,
  MessageRead,
  MessageSent,
  MessageUpdated,
  NewMessage,
  NewOrder,
  Note,
  Notification,
  NotificationsRead,
  OrderStatusChanged,
  Reload,
  RoomTyping,
  ServiceStatus,
  SessionEnded,
  TaskFinalized,
  TenantNotice,
  TenantRecord,
  Typing,
  UnreadChanged,
  UserStatus,
  Vote,
  VoteRetracted,
  VotesRevealed,
} from './payloads.js';

export type * from './payloads.js';

/** Heard on a user's own channel. */
export interface UserEvents {
  readonly notification: Notification;
  readonly 'new-notification': Notification;
  readonly 'notification:urgent': Notification;
  readonly alert: Alert;
  readonly 'presence:status': UserStatus;
  readonly 'conversation:updated': ConversationEntry;
  readonly 'notification:read': NotificationsRead;
  readonly 'unread:changed': UnreadChanged;
  readonly vote: Vote;
}

/** Heard on the channels of an auction. */
export interface AuctionEvents {
  readonly 'bid-placed': BidNews;
  readonly 'auction:updated': AuctionUpdated;
  readonly 'auction:extended': AuctionExtended;
  readonly 'auction:ended': AuctionEnded;
}

/** Heard in a conversation. */
export interface ConversationEvents {
  readonly 'message:new': MessageSent;
  readonly 'new-message': NewMessage;
  readonly 'conversation:read': ConversationRead;
  readonly typing: Typing;
  readonly 'typing:start': Typing;
  readonly 'typing:stop': Typing;
  readonly 'message:updated': MessageUpdated;
  readonly 'message:deleted': MessageDeleted;
}

/** Heard by all members of a tenant. */
export interface TenantEvents {
  readonly notification: TenantNotice;
  readonly 'order:created': NewOrder;
  readonly 'system:maintenance': Maintenance;
  readonly 'system:reload': Reload;
  readonly 'record:created': TenantRecord;
  readonly 'record:updated': TenantRecord;
  readonly 'record:deleted': TenantRecord;
}

/** Heard by those whom an order concerns. */
export interface OrderEvents {
  readonly 'order:status': OrderStatusChanged;
}

/** Heard in a room. */
export interface RoomEvents {
  readonly 'cursor:move': CursorMoved;
  readonly 'typing:start': RoomTyping;
  readonly 'typing:stop': RoomTyping;
}

/** Heard in a planning poker session. */
export interface PokerEvents {
  readonly vote: Vote;
  readonly 'vote-retracted': VoteRetracted;
  readonly 'votes-revealed': VotesRevealed;
  readonly 'member-joined': MemberJoined;
  readonly 'task-finalized': TaskFinalized;
  readonly 'session-ended': SessionEnded;
}

/** Heard by the team of a contact. */
export interface ContactEvents {
  readonly 'message:created': ContactMessage;
  readonly 'message:updated': ContactMessage;
  readonly 'message:read': MessageRead;
  readonly 'contact:updated': ContactUpdated;
  readonly 'note:created': Note;
  readonly 'note:updated': Note;
}

/** Heard by those who look at a contact. */
export interface ContactViewerEvents {
  readonly 'user:typing': AgentTyping;
}

/** Heard by everybody. */
export interface AnnouncementEvents {
  readonly announcement: Announcement;
  readonly 'system:maintenance': Maintenance;
  readonly 'system:reload': Reload;
}

/** Heard on channels whose names begin with `public-`. */
export interface PublicEvents extends AnnouncementEvents {
  readonly notification: Announcement;
}

/** Heard on the channel about the service itself. */
export interface StatusEvents {
  readonly status: ServiceStatus;
}

/** Channels that tell who is there, and nothing else. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- there are no events
export interface ViewerEvents {}

/** Events by channel. An application adds its own: `declare module '@fanfare/real-time/events' { interface EventMap … }`. */
export interface EventMap {
  [channel: `private-user-${string}`]: UserEvents;
  [channel: `auction-${string}`]: AuctionEvents;
  [channel: `private-auction-${string}`]: AuctionEvents;
  [channel: `private-conversation-${string}`]: ConversationEvents;
  [channel: `private-tenant-${string}`]: TenantEvents;
  [channel: `private-order-${string}`]: OrderEvents;
  [channel: `presence-room-${string}`]: RoomEvents;
  [channel: `presence-product-${string}`]: ViewerEvents;
  [channel: `presence-category-${string}`]: ViewerEvents;
  [channel: `presence-search-${string}`]: ViewerEvents;
  [channel: `planning-poker-${string}`]: PokerEvents;
  [channel: `presence-planning-poker-${string}`]: PokerEvents;
  [channel: `private-contact-${string}`]: ContactEvents;
  [channel: `presence-contact-${string}`]: ContactViewerEvents;
  [channel: `public-${string}`]: PublicEvents;
  'global-announcements': AnnouncementEvents;
  'status-updates': StatusEvents;
}

/** Fields of events: how the channel's name begins, the event, the field. */
export type FieldTable = readonly (readonly [prefix: string, event: string, field: string])[];

/** Fields that are a `Date` in the types above, and a text on the wire. */
export const dates: FieldTable = [
  ['private-user-', 'notification', 'createdAt'],
  ['private-user-', 'new-notification', 'createdAt'],
  ['private-user-', 'notification:urgent', 'createdAt'],
  ['private-user-', 'presence:status', 'lastSeen'],
  ['private-conversation-', 'new-message', 'createdAt'],
];

/** Fields that are always a text in the types above, and may be null on the wire. */
export const texts: FieldTable = [['private-conversation-', 'new-message', 'senderId']];
