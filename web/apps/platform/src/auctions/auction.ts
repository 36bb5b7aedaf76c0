export type AuctionStatus = 'scheduled' | 'live' | 'ended' | 'cancelled';
export type Outcome = 'sold' | 'reserve_not_met' | 'no_bids';

export interface You {
  readonly alias: string | null;
  readonly isSeller: boolean;
  readonly isLeading: boolean;
  readonly maxMinor: number | null;
  readonly isWatching: boolean;
  readonly conversationId: string | null;
}

export interface Auction {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly image: string | null;
  readonly seller: { readonly id: string; readonly name: string };
  readonly currency: string;
  readonly startPriceMinor: number;
  readonly currentPriceMinor: number;
  readonly nextMinimumMinor: number;
  readonly bidsCount: number;
  readonly reserveMet: boolean | null;
  readonly buyNowMinor: number | null;
  readonly startsAt: string;
  readonly endAt: string;
  readonly maxEndAt: string;
  readonly status: AuctionStatus;
  readonly outcome: Outcome | null;
  readonly byInvitation: boolean;
  readonly leader: string | null;
  readonly watchers: number;
  readonly version: number;
  readonly serverTime: string;
  readonly channel: string;
  readonly you: You;
}

export interface Bid {
  readonly seq: number;
  readonly bidder: string;
  readonly amountMinor: number;
  readonly at: string;
  readonly kind: 'bid' | 'proxy' | 'buy_now' | 'void';
  readonly mine: boolean;
}

/** `auction:updated`: what all may know, so it does not say who is meant by "you". */
export interface AuctionUpdate {
  readonly auctionId: string;
  readonly currentPriceMinor: number;
  readonly nextMinimumMinor: number;
  readonly bidsCount: number;
  readonly reserveMet: boolean | null;
  readonly leader: string | null;
  readonly endAt: string;
  readonly status: AuctionStatus;
  readonly version: number;
}

/** `auction:ended`. */
export interface AuctionEnd {
  readonly auctionId: string;
  readonly outcome: Outcome | null;
  readonly currentPriceMinor: number;
  readonly winner: string | null;
}

/** The auction after an update; updates may come late or twice. */
export function updated(auction: Auction, update: AuctionUpdate): Auction {
  if (update.auctionId !== auction.id || update.version <= auction.version) {
    return auction;
  }
  const { auctionId: _, ...news } = update;
  return { ...auction, ...news, you: { ...auction.you, isLeading: leads(auction, update.leader) } };
}

export function ended(auction: Auction, end: AuctionEnd): Auction {
  if (end.auctionId !== auction.id) {
    return auction;
  }
  return {
    ...auction,
    status: 'ended',
    outcome: end.outcome,
    currentPriceMinor: end.currentPriceMinor,
    leader: end.winner ?? auction.leader,
    you: end.winner === null ? auction.you : { ...auction.you, isLeading: leads(auction, end.winner) },
  };
}

/** An auction is never shorter than it was said to be. */
export function extended(auction: Auction, endAt: string): Auction {
  return Date.parse(endAt) > Date.parse(auction.endAt) ? { ...auction, endAt } : auction;
}

function leads(auction: Auction, leader: string | null): boolean {
  return leader !== null && leader === auction.you.alias;
}

export function isWon(auction: Auction): boolean {
  return auction.status === 'ended' && auction.outcome === 'sold' && auction.you.isLeading;
}

/** Sellers may as long as nobody has relied on it. */
export function canChange({ status, bidsCount, you }: Auction): boolean {
  return you.isSeller && bidsCount === 0 && (status === 'live' || status === 'scheduled');
}

export function wasOutbid(before: Auction, after: Auction): boolean {
  return before.you.isLeading && !after.you.isLeading && after.status === 'live';
}
