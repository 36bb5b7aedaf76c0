import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { explain } from '../api/problem';
import { Button, ButtonLink } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { Failure } from '../ui/states';
import type { Product } from './product';
import { useWithdrawProduct } from './queries';

/** What only who offers it may do. */
export function OffererTools({ product }: { readonly product: Product }) {
  const [isAsking, setAsking] = useState(false);
  const withdraw = useWithdrawProduct(product.id);
  if (product.status === 'withdrawn') {
    return null;
  }
  return (
    <>
      <ButtonLink href={`/market/products/${product.id}/edit`}>
        <Pencil aria-hidden /> Change it
      </ButtonLink>
      <Button look="danger" onPress={() => setAsking(true)}>
        Withdraw it
      </Button>
      <ConfirmDialog
        title={`Withdraw ${product.title}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action="Withdraw"
        isDangerous
        isPending={withdraw.isPending}
        onConfirm={() => withdraw.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <p>Nobody can buy it any more. Orders that there are go on.</p>
        {withdraw.isError && <Failure>{explain(withdraw.error)}</Failure>}
      </ConfirmDialog>
    </>
  );
}
