import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isRecord } from '../api/http';
import { isLost, useChannelEvents } from '../realtime';
import { announce } from '../ui/toasts';
import { isOver, type Order, type OrderStatus, statusTexts, withStatus } from './order';
import { orderQuery } from './queries';

/** Keeps an order as the server has it. In lists those that are over are left as they are. */
export function useOrderEvents(order: Order, isShownAlone: boolean): void {
  const client = useQueryClient();
  const { id, channel } = order;
  const handlers = useMemo(() => {
    const again = () => void client.invalidateQueries({ queryKey: isShownAlone ? orderQuery(id).queryKey : ['orders', 'list'] });
    const change = (how: (order: Order) => Order) => {
      client.setQueryData<Order>(orderQuery(id).queryKey, (known) => known && how(known));
      client.setQueriesData<InfiniteData<{ readonly orders: readonly Order[] }>>(
        { queryKey: ['orders', 'list'] },
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              orders: page.orders.map((known) => (known.id === id ? how(known) : known)),
            })),
          },
      );
    };
    return {
      // What happened between the answer and the subscription was not heard.
      'pusher:subscription_succeeded': () => isShownAlone && again(),
      'order:status': (data: unknown) => {
        if (isNews(data)) {
          change((known) => withStatus(known, data));
          if (isShownAlone) {
            announce(`The order is now: ${statusTexts[data.status]}.`);
          }
          again();
        }
      },
      'realtime:recovered': (data: unknown) => isLost(data) && again(),
    };
  }, [client, id, isShownAlone]);
  useChannelEvents(isShownAlone || !isOver(order) ? channel : null, handlers);
}

function isNews(data: unknown): data is { readonly status: OrderStatus; readonly changedAt: string } {
  return isRecord(data) && typeof data['changedAt'] === 'string' && String(data['status']) in statusTexts;
}
