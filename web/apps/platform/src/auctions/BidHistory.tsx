import { useInfiniteQuery } from '@tanstack/react-query';
import { NextPage } from '../ui/PagedList';
import { Badge, ErrorState, Skeleton } from '../ui/states';
import { Ago } from '../ui/time';
import type { Auction, Bid } from './auction';
import { money } from '../ui/money';
import { nickname } from './nickname';
import { bidsQuery } from './queries';

export function BidHistory({ auction }: { readonly auction: Auction }) {
  const query = useInfiniteQuery(bidsQuery(auction.id));
  const bids = query.data?.pages.flatMap((page) => page.bids) ?? [];
  return (
    <section className="bid-history stack" aria-labelledby="bid-history">
      <h2 id="bid-history">Bids</h2>
      {query.isPending && <Skeleton label="Loading bids" />}
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && bids.length === 0 && <p className="soft">Nobody has bid yet.</p>}
      {bids.length > 0 && (
        <ol>
          {bids.map((bid) => (
            <li key={bid.seq} data-void={bid.kind === 'void' || undefined}>
              <span className="row">
                <strong>{bid.mine ? 'You' : nickname(bid.bidder)}</strong> <Kind bid={bid} />
              </span>
              <span className="bid-history-amount tabular">{money(bid.amountMinor, auction.currency)}</span>
              <span className="small soft">
                <Ago at={bid.at} />
              </span>
            </li>
          ))}
        </ol>
      )}
      <NextPage query={query} isQuiet>
        Earlier bids
      </NextPage>
    </section>
  );
}

function Kind({ bid }: { readonly bid: Bid }) {
  switch (bid.kind) {
    case 'proxy':
      return <Badge>automatic</Badge>;
    case 'buy_now':
      return <Badge tone="brass">bought</Badge>;
    case 'void':
      return <Badge tone="danger">withdrawn</Badge>;
    default:
      return null;
  }
}
