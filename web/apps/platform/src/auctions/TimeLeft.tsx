import { Clock } from 'lucide-react';
import { useServerNow } from '../realtime';
import { dateAndTime } from '../ui/time';
import type { Auction } from './auction';
import { countdown } from '../ui/countdown';

/** Counts down while it matters. Not read out each second; its label says the rest. */
export function TimeLeft({ auction }: { readonly auction: Auction }) {
  if (auction.status === 'live' || auction.status === 'scheduled') {
    return <RunningTime auction={auction} />;
  }
  return (
    <span className="time-left" data-pace="over">
      {auction.status === 'cancelled' ? 'Cancelled' : 'Ended'} <time dateTime={auction.endAt}>{dateAndTime(auction.endAt)}</time>
    </span>
  );
}

function RunningTime({ auction }: { readonly auction: Auction }) {
  const now = useServerNow();
  const isScheduled = auction.status === 'scheduled';
  const rest = countdown(Date.parse(isScheduled ? auction.startsAt : auction.endAt), now);
  const text = rest.pace === 'over' ? (isScheduled ? 'Starting…' : 'Closing…') : `${isScheduled ? 'Starts in ' : ''}${rest.text}`;
  return (
    <span
      className="time-left tabular"
      data-pace={isScheduled ? 'calm' : rest.pace}
      role="timer"
      aria-live="off"
      title={dateAndTime(auction.endAt)}
    >
      <Clock aria-hidden />
      <span aria-hidden>{text}</span>
      <span className="visually-hidden">{`${isScheduled ? 'Starts in' : 'Time left:'} ${rest.spoken}`}</span>
    </span>
  );
}
