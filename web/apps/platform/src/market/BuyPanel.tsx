import { ShoppingBag } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem, explain } from '../api/problem';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { CountField } from '../ui/fields';
import { money } from '../ui/money';
import { randomId } from '../ui/random';
import { Failure } from '../ui/states';
import { type Product, stockText } from './product';
import { type Purchase, useOrderProduct } from './queries';
import './product-page.css';

const MOST_AT_ONCE = 1_000;

/** The price, and how to get it. */
export function BuyPanel({ product }: { readonly product: Product }) {
  const { priceMinor, currency, status, you } = product;
  return (
    <section className="buy-panel card" aria-label="Buying">
      <div>
        <p className="soft">{stockText(product)}</p>
        <p className="buy-price tabular">{money(priceMinor, currency)}</p>
      </div>
      {status === 'active' && !you.isSeller && <BuyForm product={product} />}
    </section>
  );
}

function BuyForm({ product }: { readonly product: Product }) {
  const { title, priceMinor, currency, stock } = product;
  const [wanted, setWanted] = useState(1);
  const [isAsking, setAsking] = useState(false);
  const attempt = useRef<Purchase>(undefined);
  const order = useOrderProduct(product.id);
  const navigate = useNavigate();
  const most = Math.min(stock, MOST_AT_ONCE);
  const quantity = Math.min(Math.max(1, wanted || 1), most);
  const total = money(quantity * priceMinor, currency);

  function ask(event: FormEvent) {
    event.preventDefault();
    order.reset();
    setAsking(true);
  }

  /** The same order keeps its id through retries, so that it is not placed twice. */
  function buy() {
    const before = attempt.current;
    const purchase = before?.quantity === quantity ? before : { quantity, clientId: randomId() };
    attempt.current = purchase;
    order.mutate(purchase, {
      onSuccess: ({ id }) => void navigate(`/orders/${id}`),
      onError: (error) => {
        if (!(error instanceof ApiProblem) || !error.isUncertain) {
          attempt.current = undefined;
        }
      },
    });
  }

  return (
    <form className="buy-form" onSubmit={ask}>
      {stock > 1 && <CountField label="How many" value={quantity} onChange={setWanted} minValue={1} maxValue={most} />}
      <Button type="submit" look="primary" isWide>
        <ShoppingBag aria-hidden /> Buy for {total}
      </Button>
      <ConfirmDialog
        title={`Buy ${title}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action={`Buy for ${total}`}
        isPending={order.isPending}
        onConfirm={buy}
      >
        <p>
          {quantity === 1 ? 'One piece' : `${quantity} pieces`} for <strong>{total}</strong>. {product.seller.name} is told at
          once; you can cancel as long as nothing is paid.
        </p>
        {order.isError && <Failure>{failure(order.error)}</Failure>}
      </ConfirmDialog>
    </form>
  );
}

function failure(error: unknown): string {
  return error instanceof ApiProblem && error.isUncertain
    ? 'No answer came, so we cannot say whether it is ordered. Press again: it will not be ordered twice.'
    : explain(error);
}
