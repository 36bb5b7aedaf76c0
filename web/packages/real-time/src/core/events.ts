/**
 * The channels of the application and what is heard on them, from the registry (`channels.generated.ts`). Everything else takes
 * {@link EventMap} as it is.
 */

import type { ChannelEvents, ChannelPattern } from './channels.generated.js';
import type {
  AuctionEnded,
  AuctionUpdated,
  MessageSent,
  MessageUpdated,
  NewMessage,
  Notification,
  NotificationUpdated,
  TenantNotice,
  TenantRecord,
  UserStatus,
} from './payloads.js';

export type * from './payloads.js';

interface RevisedAuction {
  readonly 'auction:updated': AuctionUpdated;
  readonly 'auction:ended': AuctionEnded;
}

/** What handlers get instead of what the registry says; `payloads.ts` says how it differs. */
interface Revised {
  'private-user-{userId}': {
    readonly notification: Notification;
    readonly 'new-notification': Notification;
    readonly 'notification:urgent': Notification;
    readonly 'notification:updated': NotificationUpdated;
    readonly 'presence:status': UserStatus;
  };
  'auction-{auctionId}': RevisedAuction;
  'private-auction-{auctionId}': RevisedAuction;
  'private-conversation-{conversationId}': {
    readonly 'message:new': MessageSent;
    readonly 'new-message': NewMessage;
    readonly 'message:updated': MessageUpdated;
  };
  'private-tenant-{tenantId}': {
    readonly notification: TenantNotice;
    readonly 'record:created': TenantRecord;
    readonly 'record:updated': TenantRecord;
    readonly 'record:deleted': TenantRecord;
  };
}

/** The events of the channels of a pattern. */
type Heard<Pattern extends ChannelPattern> = Pattern extends keyof Revised
  ? Readonly<Omit<ChannelEvents[Pattern], keyof Revised[Pattern]>> & Revised[Pattern]
  : Readonly<ChannelEvents[Pattern]>;

/** The names of a pattern's channels. */
type NameOf<Pattern extends string> = Pattern extends `${infer Prefix}{${string}}` ? `${Prefix}${string}` : Pattern;

type Registered = { [Pattern in ChannelPattern as NameOf<Pattern>]: Heard<Pattern> };

/** Heard on a user's own channel. */
export type UserEvents = Heard<'private-user-{userId}'>;

/** Heard on the channels of an auction. */
export type AuctionEvents = Heard<'private-auction-{auctionId}'>;

/** Heard in a conversation. */
export type ConversationEvents = Heard<'private-conversation-{conversationId}'>;

/** Heard by all members of a tenant. */
export type TenantEvents = Heard<'private-tenant-{tenantId}'>;

/** Heard by those whom an order concerns. */
export type OrderEvents = Heard<'private-order-{orderId}'>;

/** Heard in a room. */
export type RoomEvents = Heard<'presence-room-{roomId}'>;

/** Heard in a planning poker session. */
export type PokerEvents = Heard<'presence-planning-poker-{sessionId}'>;

/** Heard by the team of a contact. */
export type ContactEvents = Heard<'private-contact-{contactId}'>;

/** Heard by those who look at a contact. */
export type ContactViewerEvents = Heard<'presence-contact-{contactId}'>;

/** Heard by everybody. */
export type AnnouncementEvents = Heard<'global-announcements'>;

/** Heard on channels whose names begin with `public-`. */
export type PublicEvents = Heard<'public-{channel}'>;

/** Heard on the channel about the service itself. */
export type StatusEvents = Heard<'status-updates'>;

/** Events by channel. An application adds its own: `declare module '@fanfare/real-time/events' { interface EventMap … }`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- to be extended
export interface EventMap extends Registered {}

/** Fields of events: how the channel's name begins, the event, the field. */
export type FieldTable = readonly (readonly [prefix: string, event: string, field: string])[];

/** Fields that are a `Date` in the types above, and a text on the wire. */
export const dates: FieldTable = [
  ['private-user-', 'notification', 'createdAt'],
  ['private-user-', 'new-notification', 'createdAt'],
  ['private-user-', 'notification:urgent', 'createdAt'],
  ['private-user-', 'notification:updated', 'createdAt'],
  ['private-user-', 'presence:status', 'lastSeen'],
  ['private-conversation-', 'new-message', 'createdAt'],
];

/** Fields that are always a text in the types above, and may be null on the wire. */
export const texts: FieldTable = [['private-conversation-', 'new-message', 'senderId']];
