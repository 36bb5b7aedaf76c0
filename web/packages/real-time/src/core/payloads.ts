/**
 * What comes with the application's events, as it is on the wire; but see `dates` and `texts` of `events.ts`.
 */

/** An instant as it is on the wire, such as `2025-11-25T12:00:00.000Z`. */
export type Instant = string;

/** Fields of which only the application knows what they are. */
export type Fields = Readonly<Record<string, unknown>>;

/** What clients see of a bid. The amount is in the smallest unit of its currency. */
export interface BidNews {
  readonly pusherCurrentPriceMinor: number;
  readonly pusherHighestBidderId: string;
  readonly pusherEndAt: Instant;
  readonly pusherBidsCount: number;
}

/** An auction as it is now. A text names the leader among the bidders of this auction only. */
export interface AuctionUpdated {
  readonly auctionId: string;
  readonly currentPriceMinor: number;
  readonly nextMinimumMinor: number;
  readonly bidsCount: number;
  readonly reserveMet: boolean | null;
  readonly leader: string | null;
  readonly endAt: Instant;
  readonly status: 'scheduled' | 'live' | 'ended' | 'cancelled';
  readonly version: number;
}

/** A late bid has moved the end. */
export interface AuctionExtended {
  readonly auctionId: string;
  readonly endAt: Instant;
}

/** An auction is over. */
export interface AuctionEnded {
  readonly auctionId: string;
  readonly outcome: 'sold' | 'reserve_not_met' | 'no_bids' | null;
  readonly currentPriceMinor: number;
  readonly winner: string | null;
  readonly endedAt: Instant;
}

/** A message of a conversation. `senderId` is null for one that the application itself has written. */
export interface MessageSent {
  readonly id: string;
  readonly text: string;
  readonly sentAt: Instant;
  readonly senderId: string | null;
  readonly conversationId: string;
}

/** A message in the words of `new-message`. `senderId` is empty for one that the application itself has written. */
export interface NewMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly senderId: string;
  readonly content: string;
  readonly createdAt: Date;
}

/** A participant has read all there is. */
export interface ConversationRead {
  readonly conversationId: string;
  readonly readerId: string;
  readonly readAt: Instant;
}

/** A participant has begun or ceased to write. */
export interface Typing {
  readonly conversationId: string;
  readonly userId: string;
  readonly isTyping: boolean;
}

/** The message that a list of conversations shows. */
export interface LastMessage {
  readonly id: string;
  readonly text: string;
  readonly sentAt: Instant;
  readonly senderId: string | null;
}

/** Who takes part in a conversation. */
export interface Participant {
  readonly id: string;
  readonly name: string;
}

/** A conversation in one user's list. */
export interface ConversationEntry {
  readonly conversationId: string;
  readonly lastMessage: LastMessage | null;
  readonly unreadCount: number;
  readonly participants: readonly Participant[];
}

/** A message has another text. `version` grows with each change. */
export interface MessageUpdated {
  readonly id: string;
  readonly conversationId: string;
  readonly text: string;
  readonly editedAt: Instant;
  readonly version: number;
}

/** A message is gone. */
export interface MessageDeleted {
  readonly id: string;
  readonly conversationId: string;
  readonly deletedAt: Instant;
}

/** What a notification is about. */
export type NotificationType = 'order' | 'message' | 'payment' | 'system';

/** Something that a user is told, and can read later. */
export interface Notification {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly message: string;
  readonly type: NotificationType;
  readonly metadata?: Fields;
  readonly read: boolean;
  readonly createdAt: Date;
}

/** Notifications were read, with what is unread and unseen now. */
export interface NotificationsRead {
  readonly ids: readonly string[];
  /** Whether it was all there were; `ids` may be empty then. */
  readonly all: boolean;
  readonly unreadCount: number;
  readonly unseenCount: number;
}

/** How many are unread now; what has not changed is left out. */
export interface UnreadChanged {
  readonly conversations?: number;
  readonly notifications?: number;
  readonly unseen?: number;
}

/** Something to be shown at once, and not kept. */
export interface Alert {
  readonly message: string;
  readonly metadata?: Fields;
}

/** How a user is. There is no `lastSeen` while they are here. */
export interface UserStatus {
  readonly userId: string;
  readonly status: 'online' | 'away' | 'offline';
  readonly lastSeen?: Date;
}

/** What the members of a tenant are told. */
export interface TenantNotice {
  readonly message: string;
  readonly [field: string]: unknown;
}

/** What the members of a tenant see of an order. The total is in the smallest unit of its currency. */
export interface NewOrder {
  readonly orderId: string;
  readonly total: number;
}

/** Something that a tenant's members have in common. `version` grows with each change. */
export interface TenantRecord {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** An order has got further. */
export interface OrderStatusChanged {
  readonly orderId: string;
  readonly status: string;
  readonly changedAt: Instant;
}

/** Somebody points somewhere in a room. */
export interface CursorMoved {
  readonly roomId: string;
  readonly userId: string;
  readonly x: number;
  readonly y: number;
}

/** Somebody in a room has begun or ceased to write. */
export interface RoomTyping {
  readonly roomId: string;
  readonly userId: string;
  readonly isTyping: boolean;
}

/** There will be no service for a while. */
export interface Maintenance {
  readonly message: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** Pages are to load anew, once for each `id`, spread over `withinSeconds`. */
export interface Reload {
  readonly id: string;
  readonly reason: string;
  readonly withinSeconds: number;
}

/** Something that everybody is told. */
export interface Announcement {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly createdAt: Instant;
}

/** How the service is. */
export interface ServiceStatus {
  readonly status: 'operational' | 'degraded' | 'outage';
  readonly message: string;
  readonly updatedAt: Instant;
}

export type * from './teamPayloads.js';
