import { Gavel } from 'lucide-react';
import { ItemCard } from '../ui/Cards';
import type { Auction } from './auction';
import { Price } from './Price';
import { Standing } from './Standing';
import { TimeLeft } from './TimeLeft';
import { useAuctionEvents } from './useAuctionEvents';
import './auction-card.css';

export function AuctionCard({ auction }: { readonly auction: Auction }) {
  useAuctionEvents(auction, false);
  return (
    <ItemCard
      item={auction}
      icon={Gavel}
      to={`/auctions/${auction.id}`}
      priceName={auction.bidsCount === 0 ? 'Starts at' : bids(auction.bidsCount)}
      price={<Price auction={auction} />}
      beside={<TimeLeft auction={auction} />}
    >
      <Standing auction={auction} />
    </ItemCard>
  );
}

export function bids(count: number): string {
  return count === 1 ? '1 bid' : `${count} bids`;
}
