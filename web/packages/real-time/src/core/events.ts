/**
 * The channels of the application and what is heard on them. This is the one file that knows them; everything else takes
 * {@link EventMap} as it is.
 */

/** An instant as it is on the wire, such as `2025-11-25T12:00:00.000Z`. */
export type Instant = string;

/** Fields of which only the application knows what they are. */
export type Fields = Readonly<Record<string, unknown>>;

/** A planning poker card: a number if it is one, else a text, such as `"?"`. */
export type StoryPoints = number | string;

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

/** A vote as clients see it. While `masked` is there, `storyPoints` is null. */
export interface Vote {
  readonly sessionId: string;
  readonly taskId: string;
  readonly userId: string;
  readonly storyPoints: StoryPoints | null;
  readonly masked?: boolean;
}

/** Somebody has taken their vote back. */
export interface VoteRetracted {
  readonly sessionId: string;
  readonly taskId: string;
  readonly userId: string;
}

/** All see all votes now. */
export interface VotesRevealed {
  readonly sessionId: string;
  readonly taskId: string;
  readonly votes: readonly { readonly userId: string; readonly storyPoints: StoryPoints }[];
}

/** Somebody plays, too. */
export interface MemberJoined {
  readonly sessionId: string;
  readonly userId: string;
  readonly userName: string;
}

/** A task has its points. Index and id of the next are null if there is none. */
export interface TaskFinalized {
  readonly sessionId: string;
  readonly taskId: string;
  readonly finalStoryPoints: StoryPoints;
  readonly nextTaskIndex: number | null;
  readonly nextTaskId: string | null;
}

/** A session is over. */
export interface SessionEnded {
  readonly sessionId: string;
  readonly reason?: string;
}

/** A message from or to a contact. `senderId` is null for the contact's own. */
export interface ContactMessage {
  readonly id: string;
  readonly contactId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly channel: string;
  readonly body: string;
  readonly status: string;
  readonly read: boolean;
  readonly senderId: string | null;
  readonly createdAt: Instant;
}

/** An agent has read a message. */
export interface MessageRead {
  readonly messageId: string;
  readonly contactId: string;
  readonly readBy: string;
}

/** Something about a contact is different: new values by their fields. */
export interface ContactUpdated {
  readonly contactId: string;
  readonly changes: Fields;
}

/** What an agent has written about a contact, for the team only. */
export interface Note {
  readonly id: string;
  readonly contactId: string;
  readonly authorId: string;
  readonly text: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** An agent has begun or ceased to write to a contact. */
export interface AgentTyping {
  readonly contactId: string;
  readonly userId: string;
  readonly isTyping: boolean;
}

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
