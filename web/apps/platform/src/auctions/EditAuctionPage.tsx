import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem, isProblem } from '../api/problem';
import { NotFound } from '../shell/NotFound';
import { Button } from '../ui/Button';
import { InstantField } from '../ui/InstantField';
import { SaveFailure } from '../ui/SaveFailure';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Failure } from '../ui/states';
import { toast } from '../ui/toasts';
import { useChecked } from '../ui/useChecked';
import { useUnsaved } from '../ui/unsaved';
import { type Auction, canChange } from './auction';
import { AuctionFields } from './AuctionFields';
import { checkedEdit, type Edit, editOf, toChange } from './edit';
import { auctionQuery, useEditAuction } from './queries';
import '../ui/forms.css';

export function EditAuctionPage() {
  const { id = '' } = useParams();
  const query = useQuery(auctionQuery(useQueryClient(), id));
  if ((query.data && !query.data.you.isSeller) || (query.error instanceof ApiProblem && query.error.status === 404)) {
    return <NotFound what="auction of yours" />;
  }
  return (
    <Page title="Change your auction" isNarrow>
      <Loaded query={query} label="Loading the auction" lines={8}>
        {(auction) => <EditAuction key={id} latest={auction} onReload={() => void query.refetch()} />}
      </Loaded>
    </Page>
  );
}

/** Changes the auction as it was when the form was filled: what happens meanwhile is not overwritten unseen. */
function EditAuction({ latest, onReload }: { readonly latest: Auction; readonly onReload: () => void }) {
  const [auction, setAuction] = useState(latest);
  const before = editOf(auction);
  const [edit, setEdit] = useState(before);
  const save = useEditAuction(auction);
  const navigate = useNavigate();
  const change = toChange(before, edit);
  const set = (part: Partial<Edit>) => setEdit((known) => ({ ...known, ...part }));
  useUnsaved(Object.keys(change).length > 0 && !save.isSuccess);

  const { errors, submit } = useChecked(
    (now) => checkedEdit(edit, now),
    () =>
      save.mutate(change, {
        onSuccess: ({ id }) => {
          toast({ text: 'Saved.' });
          void navigate(`/auctions/${id}`);
        },
        onError: (error) => isProblem(error, 'stale') && onReload(),
      }),
  );

  function takeLatest() {
    setAuction(latest);
    setEdit(editOf(latest));
    save.reset();
  }

  if (!canChange(latest)) {
    return <Failure>Somebody has bid, or it is over, so it cannot be changed any more.</Failure>;
  }
  return (
    <form className="form-card card" onSubmit={submit} noValidate>
      <AuctionFields draft={edit} errors={errors} set={set} isNew={false} />
      <div className="form-pair">
        {auction.status === 'scheduled' && (
          <InstantField label="Starts" value={edit.startsAt} onChange={(startsAt) => set({ startsAt })} error={errors.startsAt} />
        )}
        <InstantField label="Ends" value={edit.endsAt} onChange={(endsAt) => set({ endsAt })} error={errors.endsAt} />
      </div>
      <SaveFailure error={save.error} isLatestKnown={latest.version !== auction.version} onTakeLatest={takeLatest} />
      <Button type="submit" look="primary" isPending={save.isPending} isDisabled={Object.keys(change).length === 0}>
        {save.isPending ? 'Saving…' : 'Save'}
      </Button>
    </form>
  );
}
