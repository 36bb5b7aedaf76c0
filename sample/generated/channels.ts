// Generated from dev.fanfare.sample.AuctionChannels#registry: do not edit. To write it anew: ./mvnw verify -pl sample -am -Dmaven.test.skip -Dgenerate.phase=process-classes

export interface AuctionEnded {
  auctionId: string;
  price?: number;
}

export interface BidPlaced {
  auctionId: string;
  amount: number;
  by: Watcher;
  outbid: Watcher | null;
  at: string;
}

export interface Outbid {
  userId: string;
  auctionId: string;
  amount: number;
}

export interface Watcher {
  name: string;
}

/** What is told on the channels of each pattern. */
export interface ChannelEvents {
  'auction-{auctionId}': {
    'bid-placed': BidPlaced;
    'ended': AuctionEnded;
  };
  'presence-watchers-{auctionId}': {
  };
  'private-user-{userId}': {
    'outbid': Outbid;
  };
}

/** What presence channels tell of their members, besides their ids. */
export interface ChannelMembers {
  'presence-watchers-{auctionId}': Watcher;
}

export type ChannelPattern = keyof ChannelEvents;

/** The pattern of a channel's name, the most exact one; never if there is none. */
export type PatternOf<Name extends string> =
  Name extends `presence-watchers-${string}` ? 'presence-watchers-{auctionId}' :
  Name extends `private-user-${string}` ? 'private-user-{userId}' :
  Name extends `auction-${string}` ? 'auction-{auctionId}' :
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
  watchers: (auctionId: string) => channel('presence-watchers-', auctionId),
  user: (userId: string) => channel('private-user-', userId),
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
