import { useRef, useState } from 'react';
import { ApiProblem, explain, isProblem } from '../api/problem';
import { announce } from '../ui/toasts';
import { randomId } from '../ui/random';
import type { Auction } from './auction';
import { money } from '../ui/money';
import { type NewBid, usePlaceBid } from './queries';

type Wish = Pick<NewBid, 'amountMinor' | 'maxMinor'>;

/** One bid from wish to answer: the same bid keeps its id through retries and confirmation. */
export function useBidding(auction: Auction) {
  const place = usePlaceBid(auction.id);
  const attempt = useRef<NewBid>(undefined);
  const [toConfirm, setToConfirm] = useState<NewBid>();

  function send(bid: NewBid) {
    attempt.current = bid;
    place.mutate(bid, {
      onSuccess: (answer) => {
        attempt.current = undefined;
        setToConfirm(undefined);
        const price = money(answer.auction.currentPriceMinor, auction.currency);
        announce(
          answer.auction.you.isLeading
            ? `Your bid is placed. You lead at ${price}.`
            : `Your bid is placed, but a higher maximum stands. The price is ${price}.`,
        );
      },
      onError: (error) => {
        if (isProblem(error, 'confirm_amount')) {
          setToConfirm(bid);
          return;
        }
        setToConfirm(undefined);
        if (!(error instanceof ApiProblem) || !error.isUncertain) {
          attempt.current = undefined;
        }
      },
    });
  }

  function bid(wish: Wish) {
    const before = attempt.current;
    const isSame = before?.amountMinor === wish.amountMinor && before.maxMinor === wish.maxMinor;
    send({ ...wish, clientId: isSame ? before.clientId : randomId() });
  }

  return {
    bid,
    toConfirm,
    confirm: () => toConfirm && send({ ...toConfirm, confirmed: true }),
    dismiss: () => setToConfirm(undefined),
    isPending: place.isPending,
    failure: place.isError && !isProblem(place.error, 'confirm_amount') ? failure(place.error, auction) : undefined,
  };
}

function failure(error: unknown, auction: Auction): string {
  if (error instanceof ApiProblem && error.isUncertain) {
    return 'No answer came, so we cannot say whether your bid counts. Press again: it will not count twice.';
  }
  const minimum = error instanceof ApiProblem ? error.body['nextMinimumMinor'] : undefined;
  return isProblem(error, 'bid_too_low') && typeof minimum === 'number'
    ? `Somebody was faster. Bid at least ${money(minimum, auction.currency)}.`
    : explain(error);
}
