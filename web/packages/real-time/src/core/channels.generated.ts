// Generated from dev.fanfare.platform.PlatformChannels#registry: do not edit. To write it anew: ./mvnw verify -pl platform -am -Dmaven.test.skip -Dgenerate.phase=process-classes

export interface AgentTyping {
  contactId: string;
  userId: string;
  isTyping: boolean;
}

export interface Alert {
  message: string;
  metadata?: Record<string, unknown>;
}

export interface Announcement {
  id: string;
  title: string;
  message: string;
  createdAt: string;
}

export interface AnnouncementEnded {
  id: string;
}

export interface AuctionEndedNews {
  auctionId: string;
  outcome: string;
  currentPriceMinor: number;
  winner: string | null;
  endedAt: string;
}

export interface AuctionExtendedNews {
  auctionId: string;
  endAt: string;
}

export interface AuctionUpdatedNews {
  auctionId: string;
  currentPriceMinor: number;
  nextMinimumMinor: number;
  bidsCount: number;
  reserveMet: boolean | null;
  leader: string | null;
  endAt: string;
  status: string;
  version: number;
}

export interface BidNews {
  pusherCurrentPriceMinor: number;
  pusherHighestBidderId: string;
  pusherEndAt: string;
  pusherBidsCount: number;
}

export interface ContactMessage {
  id: string;
  contactId: string;
  direction: Direction;
  channel: string;
  body: string;
  status: string;
  read: boolean;
  senderId: string | null;
  createdAt: string;
}

export interface ContactUpdated {
  contactId: string;
  changes: Record<string, unknown>;
}

export interface ConversationEntry {
  conversationId: string;
  lastMessage: LastMessage | null;
  unreadCount: number;
  participants: Participant[];
}

export interface ConversationRead {
  conversationId: string;
  readerId: string;
  readAt: string;
}

export interface CursorMoved {
  roomId: string;
  userId: string;
  x: number;
  y: number;
}

export type Direction = 'inbound' | 'outbound';

export interface DocumentsChangedTold {
  id: string;
}

export interface InboxChangedNews {
  contactId: string;
  unread: number;
}

export interface LastMessage {
  id: string;
  text: string;
  sentAt: string;
  senderId: string | null;
}

export type Level = 'operational' | 'degraded' | 'outage';

export interface LongMessageTold {
  id: string;
  conversationId: string;
  truncated: boolean;
}

export interface LongTextTold {
  id: string;
  contactId: string;
  truncated: boolean;
}

export interface Maintenance {
  message: string;
  startsAt: string;
  endsAt: string;
}

export interface MemberJoined {
  sessionId: string;
  userId: string;
  userName: string;
}

export interface MessageDeleted {
  id: string;
  conversationId: string;
  deletedAt: string;
}

export interface MessageRead {
  messageId: string;
  contactId: string;
  readBy: string;
}

export interface MessageSent {
  id: string;
  text: string;
  sentAt: string;
  senderId: string | null;
  conversationId: string;
}

export interface MessageUpdated {
  id: string;
  conversationId: string;
  text: string;
  editedAt: string;
  version: number;
}

export interface NewMessage {
  id: string;
  conversationId: string;
  senderId: string | null;
  content: string;
  createdAt: string;
}

export interface NewOrder {
  orderId: string;
  total: number;
}

export interface Note {
  id: string;
  contactId: string;
  authorId: string;
  text: string;
  createdAt: string;
  updatedAt: string;
}

export interface NoteDeleted {
  id: string;
  contactId: string;
}

export interface Notification {
  id: string;
  userId: string;
  title: string;
  message: string;
  type: NotificationType;
  metadata?: Record<string, unknown>;
  read: boolean;
  createdAt: string;
}

export type NotificationType = 'order' | 'message' | 'payment' | 'system';

export interface NotificationsReadTold {
  ids: string[];
  all: boolean;
  unreadCount: number;
  unseenCount: number;
}

export interface OrderStatusChanged {
  orderId: string;
  status: string;
  changedAt: string;
}

export interface Participant {
  id: string;
  name: string;
}

export interface PokerSessionChanged {
  sessionId: string;
  version: number;
}

export interface Reload {
  id: string;
  reason: string;
  withinSeconds: number;
}

export interface RevealedVote {
  userId: string;
  storyPoints: StoryPoints;
}

export interface RoomTyping {
  roomId: string;
  userId: string;
  isTyping: boolean;
}

export interface ServiceStatus {
  status: Level;
  message: string;
  updatedAt: string;
}

export interface SessionEnded {
  sessionId: string;
  reason?: string;
}

export type State = 'online' | 'away' | 'offline';

export interface StoredNotification {
  id: string;
  userId: string;
  title: string;
  message: string;
  type: NotificationType;
  metadata?: Record<string, unknown>;
  read: boolean;
  seen: boolean;
  archived: boolean;
  urgent: boolean;
  createdAt: string;
}

export type StoryPoints = string | number;

export interface TaskFinalized {
  sessionId: string;
  taskId: string;
  finalStoryPoints: StoryPoints;
  nextTaskIndex: number | null;
  nextTaskId: string | null;
}

export interface TenantNotice {
  message: string;
  fields: Record<string, unknown>;
}

export interface TenantRecord {
  type: string;
  id: string;
  version: number;
  fields: Record<string, unknown>;
}

export interface Typing {
  conversationId: string;
  userId: string;
  isTyping: boolean;
}

export interface UnreadCounts {
  conversations?: number;
  notifications?: number;
  unseen?: number;
}

export interface UserStatus {
  userId: string;
  status: State;
  lastSeen?: string;
}

export interface ViewersChangedNews {
  contactId: string;
}

export interface Vote {
  sessionId: string;
  taskId: string;
  userId: string;
  storyPoints: StoryPoints | null;
  masked?: boolean;
}

export interface VoteRetracted {
  sessionId: string;
  taskId: string;
  userId: string;
}

export interface VotesRevealed {
  sessionId: string;
  taskId: string;
  votes: RevealedVote[];
}

/** What is told on the channels of each pattern. */
export interface ChannelEvents {
  'auction-{auctionId}': {
    'bid-placed': BidNews;
    'auction:updated': AuctionUpdatedNews;
    'auction:extended': AuctionExtendedNews;
    'auction:ended': AuctionEndedNews;
  };
  'global-announcements': {
    'announcement': Announcement;
    'system:maintenance': Maintenance;
    'system:reload': Reload;
    'announcement:ended': AnnouncementEnded;
  };
  'planning-poker-{sessionId}': {
    'vote': Vote;
    'vote-retracted': VoteRetracted;
    'votes-revealed': VotesRevealed;
    'member-joined': MemberJoined;
    'task-finalized': TaskFinalized;
    'session-ended': SessionEnded;
  };
  'presence-category-{categoryId}': {
  };
  'presence-contact-{contactId}': {
    'user:typing': AgentTyping;
  };
  'presence-planning-poker-{sessionId}': {
    'vote': Vote;
    'vote-retracted': VoteRetracted;
    'votes-revealed': VotesRevealed;
    'member-joined': MemberJoined;
    'task-finalized': TaskFinalized;
    'session-ended': SessionEnded;
    'session:changed': PokerSessionChanged;
  };
  'presence-product-{productId}': {
  };
  'presence-room-{roomId}': {
    'cursor:move': CursorMoved;
    'typing:start': RoomTyping;
    'typing:stop': RoomTyping;
    'record:created': TenantRecord;
    'record:updated': TenantRecord;
    'record:deleted': TenantRecord;
  };
  'presence-search-{searchKey}': {
  };
  'private-auction-{auctionId}': {
    'bid-placed': BidNews;
    'auction:updated': AuctionUpdatedNews;
    'auction:extended': AuctionExtendedNews;
    'auction:ended': AuctionEndedNews;
  };
  'private-contact-{contactId}': {
    'message:read': MessageRead;
    'contact:updated': ContactUpdated;
    'note:created': Note;
    'note:updated': Note;
    'message:created': ContactMessage | LongTextTold;
    'message:updated': ContactMessage | LongTextTold;
    'note:deleted': NoteDeleted;
  };
  'private-conversation-{conversationId}': {
    'message:new': MessageSent | LongMessageTold;
    /** Says again what another event says. */
    'new-message': NewMessage | LongMessageTold;
    'conversation:read': ConversationRead;
    'typing': Typing;
    /** Says again what another event says. */
    'typing:start': Typing;
    /** Says again what another event says. */
    'typing:stop': Typing;
    'message:updated': MessageUpdated | LongMessageTold;
    'message:deleted': MessageDeleted;
  };
  'private-order-{orderId}': {
    'order:status': OrderStatusChanged;
  };
  'private-tenant-{tenantId}': {
    'announcement:ended': AnnouncementEnded;
    'order:created': NewOrder;
    'notification': TenantNotice;
    'system:maintenance': Maintenance;
    'system:reload': Reload;
    'record:created': TenantRecord;
    'record:updated': TenantRecord;
    'record:deleted': TenantRecord;
  };
  'private-user-{userId}': {
    'notification': Notification;
    /** Says again what another event says. */
    'new-notification': Notification;
    'notification:urgent': Notification;
    'alert': Alert;
    'presence:status': UserStatus;
    'vote': Vote;
    'conversation:updated': ConversationEntry;
    'notification:read': NotificationsReadTold;
    'notification:updated': StoredNotification;
    'documents:changed': DocumentsChangedTold;
    'unread:changed': UnreadCounts;
    'inbox:changed': InboxChangedNews;
    'inbox:viewers': ViewersChangedNews;
  };
  'public-{channel}': {
    'announcement': Announcement;
    /** Says again what another event says. */
    'notification': Announcement;
    'system:maintenance': Maintenance;
    'system:reload': Reload;
    'announcement:ended': AnnouncementEnded;
  };
  'status-updates': {
    'status': ServiceStatus;
  };
}

/** What presence channels tell of their members, besides their ids. */
export interface ChannelMembers {
  'presence-category-{categoryId}': unknown;
  'presence-contact-{contactId}': unknown;
  'presence-planning-poker-{sessionId}': unknown;
  'presence-product-{productId}': unknown;
  'presence-room-{roomId}': unknown;
  'presence-search-{searchKey}': unknown;
}

export type ChannelPattern = keyof ChannelEvents;

/** The pattern of a channel's name, the most exact one; never if there is none. */
export type PatternOf<Name extends string> =
  Name extends `presence-planning-poker-${string}` ? 'presence-planning-poker-{sessionId}' :
  Name extends `private-conversation-${string}` ? 'private-conversation-{conversationId}' :
  Name extends 'global-announcements' ? 'global-announcements' :
  Name extends `presence-category-${string}` ? 'presence-category-{categoryId}' :
  Name extends `presence-product-${string}` ? 'presence-product-{productId}' :
  Name extends `presence-contact-${string}` ? 'presence-contact-{contactId}' :
  Name extends `presence-search-${string}` ? 'presence-search-{searchKey}' :
  Name extends `private-auction-${string}` ? 'private-auction-{auctionId}' :
  Name extends `private-contact-${string}` ? 'private-contact-{contactId}' :
  Name extends `planning-poker-${string}` ? 'planning-poker-{sessionId}' :
  Name extends `private-tenant-${string}` ? 'private-tenant-{tenantId}' :
  Name extends 'status-updates' ? 'status-updates' :
  Name extends `presence-room-${string}` ? 'presence-room-{roomId}' :
  Name extends `private-order-${string}` ? 'private-order-{orderId}' :
  Name extends `private-user-${string}` ? 'private-user-{userId}' :
  Name extends `auction-${string}` ? 'auction-{auctionId}' :
  Name extends `public-${string}` ? 'public-{channel}' :
  never;

/** The names of the events of a channel. */
export type EventName<Name extends string> =
  [PatternOf<Name>] extends [never] ? never : keyof ChannelEvents[PatternOf<Name>] & string;

/** What an event of a channel carries. */
export type EventData<Name extends string, Event extends EventName<Name>> = ChannelEvents[PatternOf<Name>][Event];

/** What a presence channel tells of its members, besides their ids. */
export type MemberInfoOf<Name extends string> =
  PatternOf<Name> extends keyof ChannelMembers ? ChannelMembers[PatternOf<Name>] : never;

/** Names of channels. An id that cannot be part of one throws an Error. */
export const channels = {
  auction: (auctionId: string) => channel('auction-', auctionId),
  globalAnnouncements: () => 'global-announcements' as const,
  planningPoker: (sessionId: string) => channel('planning-poker-', sessionId),
  category: (categoryId: string) => channel('presence-category-', categoryId),
  presenceContact: (contactId: string) => channel('presence-contact-', contactId),
  presencePlanningPoker: (sessionId: string) => channel('presence-planning-poker-', sessionId),
  product: (productId: string) => channel('presence-product-', productId),
  room: (roomId: string) => channel('presence-room-', roomId),
  search: (searchKey: string) => channel('presence-search-', searchKey),
  privateAuction: (auctionId: string) => channel('private-auction-', auctionId),
  privateContact: (contactId: string) => channel('private-contact-', contactId),
  conversation: (conversationId: string) => channel('private-conversation-', conversationId),
  order: (orderId: string) => channel('private-order-', orderId),
  tenant: (tenantId: string) => channel('private-tenant-', tenantId),
  user: (userId: string) => channel('private-user-', userId),
  public: (_channel: string) => channel('public-', _channel),
  statusUpdates: () => 'status-updates' as const,
};

function channel<Prefix extends string>(prefix: Prefix, id: string, others: string[] = []): `${Prefix}${string}` {
  const name: `${Prefix}${string}` = `${prefix}${id}`;
  if (id === '' || name.length > 200 || !/^[A-Za-z0-9_=@,.;-]+$/.test(name)) {
    throw new Error(`Channel ${prefix} with id '${id}': expected up to 200 of A-Z a-z 0-9 _ - = @ , . ; in all`);
  }
  if (others.some((other) => name.startsWith(other))) {
    throw new Error(`Channel ${name} would be of another type than ${prefix}`);
  }
  return name;
}
