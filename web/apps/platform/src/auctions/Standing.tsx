import { Crown, Eye, Lock, Trophy } from 'lucide-react';
import { Badge } from '../ui/states';
import { type Auction, isWon } from './auction';

interface StandingProps {
  readonly auction: Auction;
  /** What is said with the bids is not said again. */
  readonly isBesideBids?: boolean;
}

/** How it stands between this auction and its viewer. */
export function Standing({ auction, isBesideBids }: StandingProps) {
  const { you, status } = auction;
  return (
    <span className="row standing">
      {!isBesideBids && <Course auction={auction} />}
      {status === 'scheduled' && <Badge tone="brass">Upcoming</Badge>}
      {status === 'cancelled' && <Badge>Cancelled</Badge>}
      {you.isSeller && <Badge>Yours</Badge>}
      {auction.byInvitation && (
        <Badge>
          <Lock aria-hidden /> By invitation
        </Badge>
      )}
      {you.isWatching && !isBesideBids && (
        <Badge>
          <Eye aria-hidden /> Watching
        </Badge>
      )}
    </span>
  );
}

/** What has become of the bids. */
function Course({ auction }: { readonly auction: Auction }) {
  const { you, status, outcome } = auction;
  if (isWon(auction)) {
    return (
      <Badge tone="brass">
        <Trophy aria-hidden /> You won
      </Badge>
    );
  }
  if (status === 'ended') {
    return outcome && <Badge>{outcomeText[outcome]}</Badge>;
  }
  if (status !== 'live' || (!you.isLeading && you.maxMinor === null)) {
    return null;
  }
  return you.isLeading ? (
    <Badge tone="good">
      <Crown aria-hidden /> You lead
    </Badge>
  ) : (
    <Badge tone="danger">Outbid</Badge>
  );
}

const outcomeText = { sold: 'Sold', reserve_not_met: 'Reserve not met', no_bids: 'No bids' } as const;
