/**
 * What comes with the application's events. It is what the registry says, but for what this file says otherwise, and see `dates`
 * and `texts` of `events.ts`.
 */

import type * as wire from './channels.generated.js';

export type {
  AgentTyping,
  Alert,
  Announcement,
  AuctionExtendedNews as AuctionExtended,
  BidNews,
  ContactMessage,
  ContactUpdated,
  ConversationEntry,
  ConversationRead,
  CursorMoved,
  LastMessage,
  Maintenance,
  MemberJoined,
  MessageDeleted,
  MessageRead,
  NewOrder,
  Note,
  NotificationType,
  NotificationsReadTold as NotificationsRead,
  OrderStatusChanged,
  Participant,
  Reload,
  RoomTyping,
  ServiceStatus,
  SessionEnded,
  StoryPoints,
  TaskFinalized,
  Typing,
  UnreadCounts as UnreadChanged,
  Vote,
  VoteRetracted,
  VotesRevealed,
} from './channels.generated.js';

/** An instant as it is on the wire, such as `2025-11-25T12:00:00.000Z`. */
export type Instant = string;

/** Fields of which only the application knows what they are. */
export type Fields = Readonly<Record<string, unknown>>;

/** An auction as it is now. A text names the leader among the bidders of this auction only. */
export interface AuctionUpdated extends wire.AuctionUpdatedNews {
  readonly status: 'scheduled' | 'live' | 'ended' | 'cancelled';
}

/** An auction is over. */
export interface AuctionEnded extends wire.AuctionEndedNews {
  readonly outcome: 'sold' | 'reserve_not_met' | 'no_bids';
}

/** A message that is too long for an event comes without its words: ask the back end for it. */
interface Long {
  readonly truncated?: boolean;
}

/** A message of a conversation. `senderId` is null for one that the application itself has written. */
export interface MessageSent extends wire.MessageSent, Long {}

/** A message in the words of `new-message`. `senderId` is empty for one that the application itself has written. */
export interface NewMessage extends Omit<wire.NewMessage, 'senderId' | 'createdAt'>, Long {
  readonly senderId: string;
  readonly createdAt: Date;
}

/** A message has another text. `version` grows with each change. */
export interface MessageUpdated extends wire.MessageUpdated, Long {}

/** Something that a user is told, and can read later. */
export interface Notification extends Omit<wire.Notification, 'createdAt'> {
  readonly createdAt: Date;
}

/** A notification as it is now, with what the user has done with it. */
export interface NotificationUpdated extends Omit<wire.StoredNotification, 'createdAt'> {
  readonly createdAt: Date;
}

/** How a user is. There is no `lastSeen` while they are here. */
export interface UserStatus extends Omit<wire.UserStatus, 'lastSeen'> {
  readonly lastSeen?: Date;
}

/** What the members of a tenant are told. Its fields stand beside the message. */
export interface TenantNotice extends Omit<wire.TenantNotice, 'fields'> {
  readonly [field: string]: unknown;
}

/** Something that a tenant's members have in common. Its fields stand beside the three. */
export interface TenantRecord extends Omit<wire.TenantRecord, 'fields'> {
  readonly [field: string]: unknown;
}
