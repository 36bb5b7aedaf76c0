import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isRecord } from '../api/http';
import { useChannelEvents } from '../realtime';
import { announce, toast } from '../ui/toasts';
import { type Auction, type AuctionEnd, type AuctionUpdate, ended, extended, isWon, updated, wasOutbid } from './auction';
import { money } from '../ui/money';
import { changeAuction } from './queries';

/** Keeps one auction as the server has it, and says what matters to its viewer. */
export function useAuctionEvents(auction: Auction, isShownAlone: boolean): void {
  const client = useQueryClient();
  const { id, channel } = auction;
  const handlers = useMemo(() => {
    const refetch = (what: 'one' | 'bids') => void client.invalidateQueries({ queryKey: ['auctions', what, id] });
    const known = () => client.getQueryData<Auction>(['auctions', 'one', id]);
    const change = (how: (auction: Auction) => Auction) => {
      const before = known();
      changeAuction(client, id, how);
      const after = known();
      if (isShownAlone && before && after && before !== after) {
        tell(before, after);
      }
    };
    return {
      // What happened between the answer and the subscription was not heard.
      'pusher:subscription_succeeded': () => {
        if (isShownAlone) {
          refetch('one');
          refetch('bids');
        }
      },
      'auction:updated': (data: unknown) => {
        if (!isUpdate(data)) {
          return;
        }
        change((auction) => updated(auction, data));
        if (isShownAlone) {
          refetch('bids');
          if (data.bidsCount === 0) {
            refetch('one'); // until somebody bids its seller may change what it says of itself, which the event does not tell
          }
        }
      },
      'auction:extended': (data: unknown) => {
        if (isRecord(data) && typeof data['endAt'] === 'string') {
          const endAt = data['endAt'];
          changeAuction(client, id, (before) => extended(before, endAt));
          if (isShownAlone) {
            announce('A late bid: the auction goes on a little longer.');
          }
        }
      },
      'auction:ended': (data: unknown) => {
        if (isEnd(data)) {
          change((auction) => ended(auction, data));
        }
        // It knows more about its winner and its conversation than the event says.
        refetch('one');
        refetch('bids');
      },
    };
  }, [client, id, isShownAlone]);
  useChannelEvents(channel, handlers);
}

function tell(before: Auction, after: Auction): void {
  const price = money(after.currentPriceMinor, after.currency);
  if (wasOutbid(before, after)) {
    toast({ text: `You have been outbid on ${after.title}: ${price}.`, tone: 'danger', to: `/auctions/${after.id}` });
  } else if (isWon(after) && !isWon(before)) {
    announce(`You have won ${after.title} for ${price}.`);
  } else if (!after.you.isLeading && after.currentPriceMinor !== before.currentPriceMinor) {
    announce(`New price: ${price}.`);
  }
}

function isUpdate(data: unknown): data is AuctionUpdate {
  return (
    isRecord(data) &&
    typeof data['auctionId'] === 'string' &&
    typeof data['version'] === 'number' &&
    typeof data['endAt'] === 'string'
  );
}

function isEnd(data: unknown): data is AuctionEnd {
  return isRecord(data) && typeof data['auctionId'] === 'string' && typeof data['currentPriceMinor'] === 'number';
}
