import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../api/http';
import { newer } from '../api/versioned';
import { type Order, type OrderStatus, type Role } from './order';

export interface OrderFilter {
  readonly role: Role;
  readonly status: OrderStatus | null;
}

interface OrdersAnswer {
  readonly orders: readonly Order[];
  readonly next: string | null;
}

export function ordersQuery({ role, status }: OrderFilter) {
  return infiniteQueryOptions({
    queryKey: ['orders', 'list', role, status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      http.get<OrdersAnswer>(withQuery('/api/orders', { role, status, limit: 20, cursor: pageParam }), signal),
    getNextPageParam: (page) => page.next,
  });
}

export function orderQuery(id: string) {
  return queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: ({ signal }) => http.get<Order>(`/api/orders/${id}`, signal),
  });
}

export function useSetStatus(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (status: OrderStatus) => http.patch<{ readonly order: Order }>(`/api/orders/${id}/status`, { status }),
    onSuccess: ({ order }) => client.setQueryData<Order>(orderQuery(id).queryKey, (known) => newer(known, order)),
    onSettled: () => client.invalidateQueries({ queryKey: ['orders'] }),
  });
}
