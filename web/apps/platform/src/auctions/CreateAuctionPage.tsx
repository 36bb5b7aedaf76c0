import { useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { InstantField } from '../ui/InstantField';
import { Select } from '../ui/Menu';
import { Page } from '../ui/Page';
import { Failure } from '../ui/states';
import { toast } from '../ui/toasts';
import { useChecked } from '../ui/useChecked';
import { useUnsaved } from '../ui/unsaved';
import { AuctionFields } from './AuctionFields';
import { checked, type Draft, durations, emptyDraft, toNewAuction } from './draft';
import { Invitation } from './Invitation';
import { useCreateAuction } from './queries';
import '../ui/forms.css';

export function CreateAuctionPage() {
  const [draft, setDraft] = useState(emptyDraft);
  const create = useCreateAuction();
  const navigate = useNavigate();
  useUnsaved(draft !== emptyDraft && !create.isSuccess);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));

  const { errors, submit } = useChecked(
    (now) => checked(draft, now),
    (now) =>
      create.mutate(toNewAuction(draft, now), {
        onSuccess: (auction) => {
          toast({ text: 'Your auction is up.' });
          void navigate(`/auctions/${auction.id}`);
        },
      }),
  );

  return (
    <Page title="Sell something" isNarrow>
      <form className="form-card card" onSubmit={submit} noValidate>
        <AuctionFields draft={draft} errors={errors} set={set} isNew />
        <div className="form-pair">
          <Select label="Runs for" value={draft.duration} options={durations} onChange={(duration) => set({ duration })} />
          <InstantField
            label="Starts (optional)"
            hint="At once, if you leave it empty."
            value={draft.startsAt}
            onChange={(startsAt) => set({ startsAt })}
            error={errors.startsAt}
          />
        </div>
        <Invitation draft={draft} error={errors.invited} set={set} />
        {create.isError && <Failure>{explain(create.error)}</Failure>}
        <Button type="submit" look="primary" isPending={create.isPending}>
          {create.isPending ? 'Putting it up…' : 'Put it up'}
        </Button>
      </form>
    </Page>
  );
}
