import { currencies } from '../ui/currencies';
import { MoneyField } from '../ui/fields';
import { Select } from '../ui/Menu';
import { OfferFields } from '../ui/OfferFields';
import type { Draft, Errors } from './draft';
import '../ui/forms.css';

interface AuctionFieldsProps {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly set: (change: Partial<Draft>) => void;
  readonly isNew: boolean;
}

/** What an auction is of, and for how much. */
export function AuctionFields({ draft, errors, set, isNew }: AuctionFieldsProps) {
  return (
    <>
      <OfferFields
        offer={draft}
        set={set}
        titleError={errors.title}
        hint="Its state, its story, how it gets to the buyer."
        isPictureOptional={isNew}
      />
      <div className="form-pair">
        <MoneyField
          label="Start price"
          currency={draft.currency}
          isRequired
          minValue={0}
          value={draft.startPrice}
          onChange={(startPrice) => set({ startPrice })}
          error={errors.startPrice}
        />
        {isNew && (
          <Select label="Currency" value={draft.currency} options={currencies} onChange={(currency) => set({ currency })} />
        )}
      </div>
      <div className="form-pair">
        <MoneyField
          label="Reserve (optional)"
          currency={draft.currency}
          minValue={0}
          value={draft.reserve}
          onChange={(reserve) => set({ reserve })}
          error={errors.reserve}
          hint={isNew ? 'Not sold below this. Nobody sees it.' : 'As it was, if you leave it empty. Nobody sees it.'}
        />
        <MoneyField
          label="Buy now (optional)"
          currency={draft.currency}
          minValue={0}
          value={draft.buyNow}
          onChange={(buyNow) => set({ buyNow })}
          error={errors.buyNow}
          hint={isNew ? 'Ends the auction at once.' : 'Ends the auction at once. As it was, if you leave it empty.'}
        />
      </div>
    </>
  );
}
