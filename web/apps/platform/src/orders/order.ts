import type { Person } from '../session/person';

export type OrderStatus = 'PENDING' | 'PAID' | 'SHIPPED' | 'DELIVERED' | 'CANCELLED' | 'REFUNDED';

export interface Order {
  readonly id: string;
  readonly product: { readonly id: string; readonly title: string; readonly image: string | null };
  readonly buyer: {
    readonly id: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly imageUrl: string | null;
    readonly name: string;
  };
  readonly seller: Person;
  readonly quantity: number;
  readonly totalMinor: number;
  readonly currency: string;
  readonly status: OrderStatus;
  readonly history: ReadonlyArray<{ readonly status: OrderStatus; readonly by: Person; readonly at: string }>;
  /** What whoever asked may make of it now. */
  readonly allowed: readonly OrderStatus[];
  readonly version: number;
  readonly createdAt: string;
  readonly conversationId: string | null;
  readonly channel: string;
}

export const statusTexts: Readonly<Record<OrderStatus, string>> = {
  PENDING: 'Pending',
  PAID: 'Paid',
  SHIPPED: 'Shipped',
  DELIVERED: 'Delivered',
  CANCELLED: 'Cancelled',
  REFUNDED: 'Refunded',
};

const course: readonly OrderStatus[] = ['PENDING', 'PAID', 'SHIPPED', 'DELIVERED'];

export interface Step {
  readonly status: OrderStatus;
  readonly state: 'done' | 'current' | 'coming' | 'skipped';
  readonly at: string | undefined;
}

/** The way of an order as far as it has come, and how it goes on, if it does. */
export function stepsOf({ status, history }: Pick<Order, 'status' | 'history'>): readonly Step[] {
  const at = (of: OrderStatus) => history.findLast((change) => change.status === of)?.at;
  const step = (of: OrderStatus, state: Step['state']): Step => ({ status: of, state, at: at(of) });
  const reached = course.indexOf(status);
  if (reached < 0) {
    const before = course.filter((known) => at(known) !== undefined);
    return [...before.map((known) => step(known, 'done')), step(status, 'current')];
  }
  return course.map((known, index) => {
    if (index === reached) {
      return step(known, 'current');
    }
    return step(known, index > reached ? 'coming' : at(known) === undefined ? 'skipped' : 'done');
  });
}

/** Whether nothing more will come of it by itself. */
export function isOver({ status }: Pick<Order, 'status'>): boolean {
  return status === 'CANCELLED' || status === 'REFUNDED' || status === 'DELIVERED';
}

export type Role = 'buyer' | 'seller' | 'support';

export function roleIn(order: Order, userId: string): Role {
  return order.buyer.id === userId ? 'buyer' : order.seller.id === userId ? 'seller' : 'support';
}

/** What the button says that makes an order become so. */
export function actionText(status: OrderStatus, role: Role): string {
  switch (status) {
    case 'PAID':
      return 'Mark as paid';
    case 'SHIPPED':
      return 'Mark as shipped';
    case 'DELIVERED':
      return role === 'buyer' ? 'It has arrived' : 'Mark as delivered';
    case 'CANCELLED':
      return 'Cancel the order';
    case 'REFUNDED':
      return 'Refund the buyer';
    case 'PENDING':
      return 'Mark as pending';
  }
}

/** What cannot be taken back and costs somebody something. */
export function isGrave(status: OrderStatus): boolean {
  return status === 'CANCELLED' || status === 'REFUNDED';
}

/** The order after news of it; its history and what is allowed next have to be asked for. */
export function withStatus(order: Order, news: { readonly status: OrderStatus; readonly changedAt: string }): Order {
  const known = order.history.at(-1)?.at ?? order.createdAt;
  return Date.parse(news.changedAt) <= Date.parse(known) ? order : { ...order, status: news.status, allowed: [] };
}
