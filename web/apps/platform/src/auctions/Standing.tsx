import { Crown, Eye, Lock, Trophy } from 'lucide-react';
import { Badge } from '../ui/states';
import { type Auction, isWon } from './auction';

/** How it stands between this auction and its viewer. */
export function Standing({ auction }: { readonly auction: Auction }) {
  const { you, status, outcome } = auction;
  return (
    <span className="row standing">
      {isWon(auction) && (
        <Badge tone="brass">
          <Trophy aria-hidden /> You won
        </Badge>
      )}
      {status === 'live' && you.isLeading && (
        <Badge tone="good">
          <Crown aria-hidden /> You lead
        </Badge>
      )}
      {status === 'live' && !you.isLeading && you.maxMinor !== null && <Badge tone="danger">Outbid</Badge>}
      {status === 'scheduled' && <Badge tone="brass">Upcoming</Badge>}
      {status === 'cancelled' && <Badge>Cancelled</Badge>}
      {status === 'ended' && outcome && !isWon(auction) && <Badge>{outcomeText[outcome]}</Badge>}
      {you.isSeller && <Badge>Yours</Badge>}
      {auction.byInvitation && (
        <Badge>
          <Lock aria-hidden /> By invitation
        </Badge>
      )}
      {you.isWatching && (
        <Badge>
          <Eye aria-hidden /> Watching
        </Badge>
      )}
    </span>
  );
}

const outcomeText = { sold: 'Sold', reserve_not_met: 'Reserve not met', no_bids: 'No bids' } as const;
