import { currencies } from '../ui/currencies';
import { MoneyField, TextField } from '../ui/fields';
import { Select } from '../ui/Menu';
import { PictureField } from '../ui/PictureField';
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
      <TextField
        label="Title"
        isRequired
        maxLength={120}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={errors.title}
        placeholder="What is it?"
      />
      <TextField
        label="Description"
        rows={5}
        maxLength={4_000}
        value={draft.description}
        onChange={(description) => set({ description })}
        hint="Its state, its story, how it gets to the buyer."
      />
      <PictureField image={draft.image} onChange={(image) => set({ image })} isOptional={isNew} />
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
          hint="Ends the auction at once."
        />
      </div>
    </>
  );
}
