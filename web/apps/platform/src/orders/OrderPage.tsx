import { useQuery } from '@tanstack/react-query';
import { Package } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { MessageButton } from '../conversations/MessageButton';
import { useUser } from '../session/session';
import { PageOf } from '../shell/PageOf';
import { money } from '../ui/money';
import { Page } from '../ui/Page';
import { Picture } from '../ui/Picture';
import { dateAndTime } from '../ui/time';
import { type Order, roleIn, statusTexts } from './order';
import { OrderActions } from './OrderActions';
import { orderQuery } from './queries';
import { StatusBadge } from './StatusBadge';
import { StatusSteps } from './StatusSteps';
import { useOrderEvents } from './useOrderEvents';
import './order-page.css';

export function OrderPage() {
  const { id = '' } = useParams();
  const query = useQuery(orderQuery(id));
  return (
    <PageOf query={query} what="order" title="Order">
      {(order) => <ShownOrder key={id} order={order} />}
    </PageOf>
  );
}

function ShownOrder({ order }: { readonly order: Order }) {
  useOrderEvents(order, true);
  const role = roleIn(order, useUser().id);
  return (
    <Page
      title={`Order: ${order.product.title}`}
      actions={<StatusBadge status={order.status} />}
      back={{ to: '/orders', text: 'All orders' }}
      isNarrow
    >
      <section className="order-card card" aria-label="Course">
        <StatusSteps order={order} />
        <OrderActions order={order} role={role} />
      </section>
      <section className="order-card order-what card" aria-label="What was ordered">
        <Picture of={order.product} icon={Package} />
        <dl className="order-facts">
          <dt>Product</dt>
          <dd>
            <Link to={`/market/products/${order.product.id}`}>{order.product.title}</Link>
          </dd>
          <dt>Quantity</dt>
          <dd className="tabular">{order.quantity}</dd>
          <dt>Total</dt>
          <dd className="tabular">{money(order.totalMinor, order.currency)}</dd>
          <dt>Seller</dt>
          <dd>{role === 'seller' ? 'You' : order.seller.name}</dd>
          <dt>Buyer</dt>
          <dd>{role === 'buyer' ? 'You' : order.buyer.name}</dd>
        </dl>
        <Contact order={order} />
      </section>
      <History order={order} />
    </Page>
  );
}

/** The two parties write to each other, and who supports them to either. */
function Contact({ order }: { readonly order: Order }) {
  const role = roleIn(order, useUser().id);
  const { id, product, buyer, seller, conversationId } = order;
  const others = [...(role === 'buyer' ? [] : [buyer]), ...(role === 'seller' ? [] : [seller])];
  return (
    <div className="row order-contact">
      {others.map((other) => (
        <MessageButton
          key={other.id}
          conversationId={role === 'support' ? null : conversationId}
          to={other.id}
          about={{ type: 'order', id, title: `Order: ${product.title}` }}
        >
          Write to {other.name}
        </MessageButton>
      ))}
    </div>
  );
}

function History({ order }: { readonly order: Order }) {
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol className="order-history">
        {order.history.map(({ status, by, at }) => (
          <li key={`${status} ${at}`}>
            <strong>{statusTexts[status]}</strong>
            <span className="soft">
              {by.name} · <time dateTime={at}>{dateAndTime(at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
