import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { explain } from '../api/problem';
import { Button, ButtonLink } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { Failure } from '../ui/states';
import { type Auction, canChange } from './auction';
import { useCancelAuction } from './queries';

/** What only the seller may do. */
export function SellerTools({ auction }: { readonly auction: Auction }) {
  const [isAsking, setAsking] = useState(false);
  const cancel = useCancelAuction(auction.id);
  if (auction.status !== 'live' && auction.status !== 'scheduled') {
    return null;
  }
  return (
    <>
      {canChange(auction) && (
        <ButtonLink href={`/auctions/${auction.id}/edit`}>
          <Pencil aria-hidden /> Change it
        </ButtonLink>
      )}
      <Button look="danger" onPress={() => setAsking(true)}>
        Cancel this auction
      </Button>
      <ConfirmDialog
        title="Cancel this auction?"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action="Cancel the auction"
        isDangerous
        isPending={cancel.isPending}
        onConfirm={() => cancel.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <p>Whoever has bid is told. It cannot be opened again.</p>
        {cancel.isError && <Failure>{explain(cancel.error)}</Failure>}
      </ConfirmDialog>
    </>
  );
}
