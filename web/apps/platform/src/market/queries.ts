import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../api/http';
import { ifMatch } from '../api/versioned';
import type { Order } from '../orders/order';
import { orderQuery } from '../orders/queries';
import type { Category, Product } from './product';

export interface ProductFilter {
  readonly q: string;
  readonly category: string | null;
  readonly isMine: boolean;
}

interface ProductsAnswer {
  readonly products: readonly Product[];
  readonly next: string | null;
  /** By which those who search the same find each other. */
  readonly searchKey: string | null;
}

export const categoriesQuery = queryOptions({
  queryKey: ['products', 'categories'],
  queryFn: async ({ signal }) =>
    (await http.get<{ readonly categories: readonly Category[] }>('/api/categories', signal)).categories,
});

export function productsQuery({ q, category, isMine }: ProductFilter) {
  return infiniteQueryOptions({
    queryKey: ['products', 'list', q, category, isMine],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      http.get<ProductsAnswer>(
        withQuery('/api/products', { q, category, mine: isMine || null, limit: 24, cursor: pageParam }),
        signal,
      ),
    getNextPageParam: (page) => page.next,
  });
}

export function productQuery(id: string) {
  return queryOptions({
    queryKey: ['products', 'one', id],
    queryFn: ({ signal }) => http.get<Product>(`/api/products/${id}`, signal),
  });
}

export interface NewProduct {
  readonly title: string;
  readonly description: string;
  readonly image?: string;
  readonly priceMinor: number;
  readonly currency: string;
  readonly stock: number;
  readonly categoryId: string;
}

function useProductChange<Wish>(change: (wish: Wish) => Promise<Product>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (product) => {
      client.setQueryData(productQuery(product.id).queryKey, product);
      void client.invalidateQueries({ queryKey: ['products', 'list'] });
      void client.invalidateQueries({ queryKey: categoriesQuery.queryKey });
    },
  });
}

export function useOfferProduct() {
  return useProductChange((product: NewProduct) => http.post<Product>('/api/products', product));
}

/** Refused with `stale` if it is another than the one that was read. */
export function useEditProduct(read: Product) {
  return useProductChange((change: Omit<NewProduct, 'currency'>) =>
    http.patch<Product>(`/api/products/${read.id}`, change, ifMatch(read)),
  );
}

export function useWithdrawProduct(id: string) {
  return useProductChange(() => http.post<Product>(`/api/products/${id}/withdraw`));
}

export interface Purchase {
  readonly quantity: number;
  /** The same for each try of the same order, so that it is not placed twice. */
  readonly clientId: string;
}

export function useOrderProduct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (purchase: Purchase) => http.post<Order>(`/api/products/${id}/orders`, purchase),
    onSuccess: (order) => {
      client.setQueryData(orderQuery(order.id).queryKey, order);
      void client.invalidateQueries({ queryKey: ['orders', 'list'] });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['products'] }),
  });
}
