import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { MoneyField, TextField } from '../ui/fields';
import { Select } from '../ui/Menu';
import { Page } from '../ui/Page';
import { Failure } from '../ui/states';
import { toast } from '../ui/toasts';
import { currencies } from '../ui/currencies';
import { checked, durations, emptyDraft, toNewAuction } from './draft';
import { PictureField } from '../ui/PictureField';
import { useCreateAuction } from './queries';
import '../ui/forms.css';

export function CreateAuctionPage() {
  const [draft, setDraft] = useState(emptyDraft);
  const [isChecked, setChecked] = useState(false);
  const create = useCreateAuction();
  const navigate = useNavigate();
  const errors = isChecked ? checked(draft, Date.now()) : {};
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));

  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    const now = Date.now();
    if (Object.keys(checked(draft, now)).length > 0) {
      return;
    }
    create.mutate(toNewAuction(draft, now), {
      onSuccess: (auction) => {
        toast({ text: 'Your auction is up.' });
        void navigate(`/auctions/${auction.id}`);
      },
    });
  }

  return (
    <Page title="Sell something" isNarrow>
      <form className="form-card card" onSubmit={submit} noValidate>
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
        <PictureField image={draft.image} onChange={(image) => set({ image })} />
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
          <Select label="Currency" value={draft.currency} options={currencies} onChange={(currency) => set({ currency })} />
        </div>
        <div className="form-pair">
          <MoneyField
            label="Reserve (optional)"
            currency={draft.currency}
            minValue={0}
            value={draft.reserve}
            onChange={(reserve) => set({ reserve })}
            error={errors.reserve}
            hint="Not sold below this. Nobody sees it."
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
        <div className="form-pair">
          <Select label="Runs for" value={draft.duration} options={durations} onChange={(duration) => set({ duration })} />
          <div className="field">
            <label htmlFor="starts-at">Starts (optional)</label>
            <input
              id="starts-at"
              type="datetime-local"
              value={draft.startsAt}
              onChange={(event) => set({ startsAt: event.target.value })}
              aria-describedby="starts-at-hint"
              aria-invalid={errors.startsAt !== undefined}
            />
            <span slot="description" id="starts-at-hint">
              {errors.startsAt ?? 'At once, if you leave it empty.'}
            </span>
          </div>
        </div>
        {create.isError && <Failure>{explain(create.error)}</Failure>}
        <Button type="submit" look="primary" isPending={create.isPending}>
          {create.isPending ? 'Putting it up…' : 'Put it up'}
        </Button>
      </form>
    </Page>
  );
}
