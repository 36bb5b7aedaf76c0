import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Gavel } from 'lucide-react';
import { useParams } from 'react-router';
import { MessageButton } from '../conversations/MessageButton';
import { PageOf } from '../shell/PageOf';
import { Page } from '../ui/Page';
import { dateAndTime } from '../ui/time';
import type { Auction } from './auction';
import { BidHistory } from './BidHistory';
import { BidPanel } from './BidPanel';
import { money } from '../ui/money';
import { Picture } from '../ui/Picture';
import { auctionQuery } from './queries';
import { SellerTools } from './SellerTools';
import { Standing } from './Standing';
import { useAuctionEvents } from './useAuctionEvents';
import { WatchButton } from './WatchButton';
import '../ui/offer.css';
import './auction-page.css';

export function AuctionPage() {
  const { id = '' } = useParams();
  const query = useQuery(auctionQuery(useQueryClient(), id));
  return (
    <PageOf query={query} what="auction" title="Auction">
      {(auction) => <ShownAuction key={id} auction={auction} />}
    </PageOf>
  );
}

function ShownAuction({ auction }: { readonly auction: Auction }) {
  useAuctionEvents(auction, true);
  return (
    <Page
      title={auction.title}
      actions={
        <>
          <Standing auction={auction} isBesideBids />
          <WatchButton auction={auction} />
        </>
      }
    >
      <div className="offer">
        <div className="offer-picture card">
          <Picture of={auction} icon={Gavel} />
        </div>
        <div className="offer-side stack">
          <BidPanel auction={auction} />
          {auction.you.isSeller && <SellerTools auction={auction} />}
        </div>
        <section className="stack" aria-labelledby="about">
          <h2 id="about">About</h2>
          <p className="offer-description">{auction.description || 'No description.'}</p>
          <Facts auction={auction} />
          {!auction.you.isSeller && (
            <MessageButton
              conversationId={auction.you.conversationId}
              to={auction.seller.id}
              about={{ type: 'auction', id: auction.id, title: auction.title }}
            >
              {auction.you.conversationId ? 'Open the conversation' : `Ask ${auction.seller.name}`}
            </MessageButton>
          )}
        </section>
        <BidHistory auction={auction} />
      </div>
    </Page>
  );
}

function Facts({ auction }: { readonly auction: Auction }) {
  return (
    <dl className="facts">
      <div>
        <dt>Seller</dt>
        <dd>{auction.you.isSeller ? 'You' : auction.seller.name}</dd>
      </div>
      <div>
        <dt>Start price</dt>
        <dd className="tabular">{money(auction.startPriceMinor, auction.currency)}</dd>
      </div>
      <div>
        <dt>Reserve</dt>
        <dd>{auction.reserveMet === null ? 'None' : auction.reserveMet ? 'Met' : 'Not met yet'}</dd>
      </div>
      <div>
        <dt>Ends</dt>
        <dd>
          <time dateTime={auction.endAt}>{dateAndTime(auction.endAt)}</time>
        </dd>
      </div>
    </dl>
  );
}
