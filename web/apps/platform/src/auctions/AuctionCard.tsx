import { Gavel } from 'lucide-react';
import { Link } from 'react-router';
import type { Auction } from './auction';
import { Picture } from '../ui/Picture';
import { Price } from './Price';
import { Standing } from './Standing';
import { TimeLeft } from './TimeLeft';
import { useAuctionEvents } from './useAuctionEvents';
import './auction-card.css';

export function AuctionCard({ auction }: { readonly auction: Auction }) {
  useAuctionEvents(auction, false);
  return (
    <article className="auction-card card">
      <Picture of={auction} icon={Gavel} />
      <div className="auction-card-body">
        <h2>
          <Link to={`/auctions/${auction.id}`}>{auction.title}</Link>
        </h2>
        <Standing auction={auction} />
        <div className="auction-card-foot">
          <div>
            <p className="small soft">{auction.bidsCount === 0 ? 'Starts at' : bids(auction.bidsCount)}</p>
            <p className="auction-card-price">
              <Price auction={auction} />
            </p>
          </div>
          <TimeLeft auction={auction} />
        </div>
      </div>
    </article>
  );
}

export function bids(count: number): string {
  return count === 1 ? '1 bid' : `${count} bids`;
}
