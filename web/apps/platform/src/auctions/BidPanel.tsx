import { Crown, Trophy, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '../ui/Button';
import { type Auction, isWon } from './auction';
import { bids } from './AuctionCard';
import { BidForm } from './BidForm';
import { BuyNow } from './BuyNow';
import { money } from '../ui/money';
import { nickname } from './nickname';
import { Price } from './Price';
import { TimeLeft } from './TimeLeft';

/** The price, who leads, how long it lasts, and what can be done about it. */
export function BidPanel({ auction }: { readonly auction: Auction }) {
  const canBid = auction.status === 'live' && !auction.you.isSeller;
  return (
    <section className="bid-panel card" aria-label="Bidding">
      <div>
        <div className="row spread">
          <p className="soft">{priceName(auction)}</p>
          <TimeLeft auction={auction} />
        </div>
        <p className="bid-price">
          <Price auction={auction} />
        </p>
        <p className="small soft">{bids(auction.bidsCount)}</p>
      </div>
      <Leader auction={auction} />
      {canBid && <BidForm key={auction.id} auction={auction} />}
      {canBid && auction.buyNowMinor !== null && auction.bidsCount === 0 && (
        <BuyNow auction={auction} price={auction.buyNowMinor} />
      )}
      {auction.status === 'ended' && auction.you.conversationId && (
        <ButtonLink look="primary" isWide href={`/messages/${auction.you.conversationId}`}>
          {auction.you.isSeller ? 'Write to the winner' : 'Write to the seller'}
        </ButtonLink>
      )}
    </section>
  );
}

function priceName(auction: Auction): string {
  if (auction.status === 'ended') {
    return auction.outcome === 'sold' ? 'Sold for' : 'Last price';
  }
  return auction.bidsCount === 0 ? 'Starts at' : 'Price now';
}

function Leader({ auction }: { readonly auction: Auction }) {
  const { you, leader, currency, status } = auction;
  if (isWon(auction)) {
    return line('brass', <Trophy aria-hidden />, <strong>You won. Congratulations!</strong>);
  }
  if (status === 'ended') {
    return line(undefined, <UserRound aria-hidden />, result(auction));
  }
  if (you.isLeading) {
    return line(
      'good',
      <Crown aria-hidden />,
      <>
        <strong>You lead.</strong> {you.maxMinor !== null && `Your maximum is ${money(you.maxMinor, currency)}.`}
      </>,
    );
  }
  if (leader === null) {
    return line(undefined, <UserRound aria-hidden />, auction.you.isSeller ? 'No bids yet.' : 'No bids yet. Be the first.');
  }
  return you.maxMinor === null
    ? line(
        undefined,
        <UserRound aria-hidden />,
        <>
          <strong>{nickname(leader)}</strong> leads.
        </>,
      )
    : line(
        'danger',
        <UserRound aria-hidden />,
        <>
          <strong>{nickname(leader)}</strong> has outbid you.
        </>,
      );
}

function result(auction: Auction): string {
  switch (auction.outcome) {
    case 'sold':
      return auction.leader ? `${nickname(auction.leader)} won.` : 'Sold.';
    case 'reserve_not_met':
      return 'The reserve was not met, so it was not sold.';
    default:
      return 'It ended without bids.';
  }
}

function line(tone: string | undefined, icon: ReactNode, text: ReactNode) {
  return (
    <p className="bid-leader" data-tone={tone}>
      {icon}
      <span>{text}</span>
    </p>
  );
}
