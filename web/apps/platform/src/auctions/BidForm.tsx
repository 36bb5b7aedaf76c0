import { type FormEvent, useState } from 'react';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { MoneyField, Switch } from '../ui/fields';
import { Failure } from '../ui/states';
import type { Auction } from './auction';
import { money, toMajor, toMinor } from '../ui/money';
import { quickBids } from './quickBids';
import { useBidding } from './useBidding';
import { useJustChanged } from './useJustChanged';

/** A bid of just so much, or a maximum up to which the house bids for you. */
export function BidForm({ auction }: { readonly auction: Auction }) {
  const { currency, nextMinimumMinor, you } = auction;
  const [typed, setTyped] = useState(Number.NaN);
  const [isMaximum, setMaximum] = useState(you.isLeading);
  const bidding = useBidding(auction);
  const minimum = you.isLeading && you.maxMinor !== null ? Math.max(you.maxMinor + 1, nextMinimumMinor) : nextMinimumMinor;
  const isRaising = you.isLeading;
  const suggested = isRaising ? minimum + (nextMinimumMinor - auction.currentPriceMinor) : minimum;
  const typedMinor = Number.isNaN(typed) ? suggested : toMinor(typed, currency);
  const isTooLow = typedMinor < minimum;
  const hasJustChanged = useJustChanged(minimum);
  const [hasMoved, setMoved] = useState(false);

  function place(minor: number) {
    const asMaximum = isMaximum || isRaising;
    bidding.bid(asMaximum ? { amountMinor: nextMinimumMinor, maxMinor: minor } : { amountMinor: minor });
    setTyped(Number.NaN);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isTooLow) {
      return;
    }
    const isMoving = Number.isNaN(typed) && hasJustChanged();
    setMoved(isMoving);
    if (!isMoving) {
      place(typedMinor);
    }
  }

  return (
    <form className="bid-form" onSubmit={submit}>
      <MoneyField
        label={isRaising ? 'Raise your maximum' : isMaximum ? 'Your maximum' : 'Your bid'}
        currency={currency}
        value={Number.isNaN(typed) ? toMajor(suggested, currency) : typed}
        onChange={setTyped}
        minValue={0}
        error={isTooLow ? `At least ${money(minimum, currency)} now` : undefined}
        hint={
          isMaximum || isRaising
            ? 'Nobody sees it. We bid for you, as little as needs be, up to it.'
            : `At least ${money(minimum, currency)}`
        }
      />
      {!isRaising && (
        <>
          <div className="quick-bids" role="group" aria-label="Quick amounts">
            {quickBids(auction).map((minor) => (
              <Button key={minor} size="small" onPress={() => setTyped(toMajor(minor, currency))}>
                {money(minor, currency)}
              </Button>
            ))}
          </div>
          <Switch isSelected={isMaximum} onChange={setMaximum}>
            Bid for me up to a maximum
          </Switch>
        </>
      )}
      {hasMoved && <Failure>The price changed just as you pressed. Is {money(minimum, currency)} all right, too?</Failure>}
      {bidding.failure && <Failure>{bidding.failure}</Failure>}
      <Button type="submit" look="primary" isWide isPending={bidding.isPending} isDisabled={isTooLow}>
        {label(bidding.isPending, isRaising, isMaximum)}
      </Button>
      <ConfirmDialog
        title="Is this the amount you mean?"
        isOpen={bidding.toConfirm !== undefined}
        onClose={bidding.dismiss}
        action={`Bid ${money(bidding.toConfirm?.maxMinor ?? bidding.toConfirm?.amountMinor ?? 0, currency)}`}
        isPending={bidding.isPending}
        onConfirm={bidding.confirm}
      >
        <p>
          You are about to bid{' '}
          <strong>{money(bidding.toConfirm?.maxMinor ?? bidding.toConfirm?.amountMinor ?? 0, currency)}</strong>, far above the
          current price of {money(auction.currentPriceMinor, currency)}. Bids bind.
        </p>
      </ConfirmDialog>
    </form>
  );
}

/** Without the amount: a field tells of it only when it is left, and two amounts would confuse. */
function label(isPending: boolean, isRaising: boolean, isMaximum: boolean): string {
  if (isPending) {
    return 'Placing your bid…';
  }
  return isRaising ? 'Raise your maximum' : isMaximum ? 'Set your maximum' : 'Place bid';
}
