import { useInfiniteQuery } from '@tanstack/react-query';
import { Package, ShoppingBag, Store } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useUser } from '../session/session';
import { ButtonLink } from '../ui/Button';
import { Select } from '../ui/Menu';
import { money } from '../ui/money';
import { Page } from '../ui/Page';
import { PagedList } from '../ui/PagedList';
import { Picture } from '../ui/Picture';
import { EmptyState, Skeleton } from '../ui/states';
import { Tabs } from '../ui/Tabs';
import { Ago } from '../ui/time';
import { type Order, type OrderStatus, type Role, statusTexts } from './order';
import { type OrderFilter, ordersQuery } from './queries';
import { StatusBadge } from './StatusBadge';
import { useOrderEvents } from './useOrderEvents';
import './orders.css';

const statuses = Object.keys(statusTexts) as OrderStatus[];
const statusOptions = [{ value: 'any', text: 'All' }, ...statuses.map((value) => ({ value, text: statusTexts[value] }))] as const;

const names: Readonly<Record<Role, string>> = { buyer: 'Bought', seller: 'Sold', support: 'Of others' };

export function OrdersPage() {
  const [params, setParams] = useSearchParams();
  const isSupporter = useUser().role !== 'USER';
  const roles: readonly Role[] = isSupporter ? ['buyer', 'seller', 'support'] : ['buyer', 'seller'];
  const role = roles.find((known) => known === params.get('role')) ?? 'buyer';
  const status = statuses.find((known) => known === params.get('status')) ?? null;
  return (
    <Page
      title="Orders"
      actions={
        <ButtonLink href="/market">
          <Store aria-hidden /> To the market
        </ButtonLink>
      }
    >
      <div className="orders-tools">
        <Tabs
          label="Which orders"
          tabs={roles.map((to) => ({ to: `/orders?role=${to}`, text: names[to], isCurrent: to === role }))}
        />
        <Select<OrderStatus | 'any'>
          label="Status"
          value={status ?? 'any'}
          options={statusOptions}
          onChange={(chosen) =>
            setParams(
              (before) => {
                if (chosen === 'any') {
                  before.delete('status');
                } else {
                  before.set('status', chosen);
                }
                return before;
              },
              { replace: true },
            )
          }
        />
      </div>
      <Orders filter={{ role, status }} />
    </Page>
  );
}

function Orders({ filter }: { readonly filter: OrderFilter }) {
  const query = useInfiniteQuery(ordersQuery(filter));
  return (
    <PagedList
      query={query}
      entriesOf={(page) => page.orders}
      className="orders card"
      loading={
        <div className="card">
          <Skeleton lines={8} label="Loading orders" />
        </div>
      }
      empty={<NoOrders filter={filter} />}
    >
      {(order) => <OrderRow order={order} role={filter.role} />}
    </PagedList>
  );
}

function OrderRow({ order, role }: { readonly order: Order; readonly role: Role }) {
  useOrderEvents(order, false);
  const { id, product, quantity, totalMinor, currency, status, createdAt } = order;
  return (
    <Link to={`/orders/${id}`} className="order-row">
      <Picture of={product} icon={Package} />
      <span className="order-row-text">
        <strong className="cut">{product.title}</strong>
        <span className="small soft cut">
          {quantity > 1 && `${quantity} pieces · `}
          {partiesOf(order, role)} · <Ago at={createdAt} />
        </span>
      </span>
      <span className="order-row-side">
        <strong className="tabular">{money(totalMinor, currency)}</strong>
        <StatusBadge status={status} />
      </span>
    </Link>
  );
}

/** Whom else it concerns. */
function partiesOf({ buyer, seller }: Order, role: Role): string {
  switch (role) {
    case 'buyer':
      return seller.name;
    case 'seller':
      return buyer.name;
    case 'support':
      return `${seller.name} to ${buyer.name}`;
  }
}

function NoOrders({ filter: { role, status } }: { readonly filter: OrderFilter }) {
  if (status !== null) {
    return (
      <EmptyState icon={ShoppingBag} title="None like that">
        No order here is {statusTexts[status].toLowerCase()}.
      </EmptyState>
    );
  }
  const [title, text, action] = empty[role];
  return (
    <EmptyState icon={ShoppingBag} title={title} action={action}>
      {text}
    </EmptyState>
  );
}

const empty: Readonly<Record<Role, readonly [title: string, text: string, action?: ReactNode]>> = {
  buyer: [
    'You have bought nothing yet',
    'What you order is followed here, from the payment to the door.',
    <ButtonLink href="/market">Look around</ButtonLink>,
  ],
  seller: [
    'You have sold nothing yet',
    'Orders for what you offer appear here.',
    <ButtonLink href="/market/sell">Offer something</ButtonLink>,
  ],
  support: ['Nobody has ordered yet', 'Orders of others appear here, for you to help with.'],
};
