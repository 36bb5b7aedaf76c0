import { useState } from 'react';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { Failure } from '../ui/states';
import { actionText, isGrave, type Order, type OrderStatus, type Role } from './order';
import { useSetStatus } from './queries';

/** What whoever looks may make of an order now. */
export function OrderActions({ order, role }: { readonly order: Order; readonly role: Role }) {
  const [asked, setAsked] = useState<OrderStatus>();
  const set = useSetStatus(order.id);
  if (order.allowed.length === 0) {
    return null;
  }
  return (
    <div className="stack">
      <div className="row">
        {order.allowed.map((status, index) => (
          <Button
            key={status}
            look={isGrave(status) ? 'danger' : index === 0 ? 'primary' : 'secondary'}
            isPending={set.isPending && set.variables === status}
            isDisabled={set.isPending && set.variables !== status}
            onPress={() => (isGrave(status) ? setAsked(status) : set.mutate(status))}
          >
            {actionText(status, role)}
          </Button>
        ))}
      </div>
      {set.isError && <Failure>{explain(set.error)}</Failure>}
      <ConfirmDialog
        title={asked === undefined ? '' : `${actionText(asked, role)}?`}
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
        action={asked === undefined ? '' : actionText(asked, role)}
        isDangerous
        isPending={set.isPending}
        onConfirm={() => asked !== undefined && set.mutate(asked, { onSettled: () => setAsked(undefined) })}
      >
        <p>This cannot be undone, and {role === 'buyer' ? order.seller.name : order.buyer.name} is told.</p>
      </ConfirmDialog>
    </div>
  );
}
