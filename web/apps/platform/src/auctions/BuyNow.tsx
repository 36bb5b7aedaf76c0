import { Zap } from 'lucide-react';
import { useState } from 'react';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { Failure } from '../ui/states';
import type { Auction } from './auction';
import { money } from '../ui/money';
import { useBuyNow } from './queries';

export function BuyNow({ auction, price }: { readonly auction: Auction; readonly price: number }) {
  const [isAsking, setAsking] = useState(false);
  const buy = useBuyNow(auction.id);
  const amount = money(price, auction.currency);
  return (
    <>
      <Button isWide onPress={() => setAsking(true)}>
        <Zap aria-hidden /> Buy now for {amount}
      </Button>
      <ConfirmDialog
        title={`Buy ${auction.title}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action={`Buy for ${amount}`}
        isPending={buy.isPending}
        onConfirm={() => buy.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <p>The auction ends at once, and it is yours for {amount}. This cannot be undone.</p>
        {buy.isError && <Failure>{explain(buy.error)}</Failure>}
      </ConfirmDialog>
    </>
  );
}
