// Generated from HouseChannels#registry: do not edit. To write it anew: mvn compile fanfare:generate

export interface BidPlaced {
  auctionId: string;
  bidId: string;
  amount: number;
  fee: number;
  bidder: Person;
  outbid: Person | null;
  at: string;
  status: Status;
}

export interface BidsItem {
  title: string;
  pictures: string[];
}

export interface ChatItem {
  position: number;
}

export interface Ended {
  auctionId: string;
  winner?: Person;
  steps: number[];
  bidders: Record<string, Person>;
  highest: Record<string, number | null>;
  pauses: (number | null)[];
  limits: Record<string, number | null> | null;
  paidOn: string | null;
  items?: BidsItem[];
}

export type Estimate = string | number;

export interface History {
  messages: PageOfMessage;
  items: PageOfItem;
}

export interface Message {
  message_id: string;
  from: UserId;
  text: string;
  attachments: (Picture | Voice)[];
  inReplyTo: Message | null;
  editedBy: string | null;
  extra: unknown;
  meta: unknown;
  digest: string;
}

export interface PageOfItem {
  content: ChatItem[];
  total: number;
  last: boolean;
}

export interface PageOfMessage {
  content: Message[];
  total: number;
  last: boolean;
}

export interface Person {
  name: string;
  city: string | null;
}

export interface Picture {
  url: string;
  width: number;
  kind: 'picture';
}

export interface Priced {
  decimals: number;
  code: string;
  currency: string;
  locale: string;
  picture: string;
  since: number;
  month: string;
  opens: string;
  day: string;
  until: string;
  discount: number | null;
  views: number;
  label: string;
  id: string;
  at: string;
  by: string | null;
}

export interface Seat {
  name: string;
  person: Person;
}

export type Status = 'open' | 'closing-soon' | 'CLOSED';

export interface Typing {
  active: boolean;
  user: string;
}

export type UserId = string;

export interface Voice {
  url: string;
  length: string;
  kind: 'voice';
}

export interface VoteCast {
  user_id: UserId;
  estimate: Estimate;
  allowed_values: Estimate[];
}

/** What is told on the channels of each pattern. */
export interface ChannelEvents {
  '2026-{gameId}': {
  };
  'announcements': {
    'announced': string;
  };
  'auction-house-{houseId}': {
  };
  'auction-{auctionId}': {
    'bid-placed': BidPlaced;
    'ended': Ended;
  };
  'cache-price-{itemId}': {
    'priced': Priced;
  };
  'presence-lobby': {
  };
  'presence-table-{tableId}': {
    'vote-cast': VoteCast;
    'typing': Typing;
    'message': Message;
    /** Says again what another event says. */
    'new-message': Message;
  };
  'private-encrypted-notes-{userId}': {
  };
  'private-user-{userId}': {
    'settings': Record<string, unknown>;
    'message': History | ChatItem;
  };
  'private-{tenant}': {
  };
}

/** What presence channels tell of their members, besides their ids. */
export interface ChannelMembers {
  'presence-lobby': unknown;
  'presence-table-{tableId}': Seat;
}

export type ChannelPattern = keyof ChannelEvents;

/** The pattern of a channel's name, the most exact one; never if there is none. */
export type PatternOf<Name extends string> =
  Name extends `private-encrypted-notes-${string}` ? 'private-encrypted-notes-{userId}' :
  Name extends `presence-table-${string}` ? 'presence-table-{tableId}' :
  Name extends `auction-house-${string}` ? 'auction-house-{houseId}' :
  Name extends 'presence-lobby' ? 'presence-lobby' :
  Name extends 'announcements' ? 'announcements' :
  Name extends `private-user-${string}` ? 'private-user-{userId}' :
  Name extends `cache-price-${string}` ? 'cache-price-{itemId}' :
  Name extends `auction-${string}` ? 'auction-{auctionId}' :
  Name extends `private-cache-${string}` | `private-encrypted-${string}` ? never :
  Name extends `private-${string}` ? 'private-{tenant}' :
  Name extends `2026-${string}` ? '2026-{gameId}' :
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
  '2026': (gameId: string) => channel('2026-', gameId),
  announcements: () => 'announcements' as const,
  auctionHouse: (houseId: string) => channel('auction-house-', houseId),
  auction: (auctionId: string) => channel('auction-', auctionId),
  price: (itemId: string) => channel('cache-price-', itemId),
  lobby: () => 'presence-lobby' as const,
  table: (tableId: string) => channel('presence-table-', tableId),
  notes: (userId: string) => channel('private-encrypted-notes-', userId),
  user: (userId: string) => channel('private-user-', userId),
  private: (tenant: string) => channel('private-', tenant, ['private-cache-', 'private-encrypted-']),
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
