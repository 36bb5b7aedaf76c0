import {
  infiniteQueryOptions,
  type InfiniteData,
  queryOptions,
  type QueryClient,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { http, withQuery } from '../api/http';
import { ifMatch, newer } from '../api/versioned';
import { type Auction, type Bid } from './auction';

export const auctionFilters = ['live', 'scheduled', 'ended', 'watching', 'mine'] as const;
export type AuctionFilter = (typeof auctionFilters)[number];

interface AuctionPageAnswer {
  readonly auctions: readonly Auction[];
  readonly next: string | null;
}

interface BidsAnswer {
  readonly bids: readonly Bid[];
  readonly hasMore: boolean;
}

export function auctionsQuery(status: AuctionFilter, q: string) {
  return infiniteQueryOptions({
    queryKey: ['auctions', 'list', status, q],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      http.get<AuctionPageAnswer>(withQuery('/api/auctions', { status, q, limit: 24, cursor: pageParam }), signal),
    getNextPageParam: (page) => page.next,
  });
}

export function auctionQuery(client: QueryClient, id: string) {
  const queryKey = ['auctions', 'one', id] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }) =>
      newer(client.getQueryData<Auction>(queryKey), await http.get<Auction>(`/api/auctions/${id}`, signal)),
  });
}

export function bidsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['auctions', 'bids', id],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      http.get<BidsAnswer>(withQuery(`/api/auctions/${id}/bids`, { before: pageParam, limit: 20 }), signal),
    getNextPageParam: (page) => (page.hasMore ? (page.bids.at(-1)?.seq ?? null) : null),
  });
}

/** Changes an auction wherever it is shown. */
export function changeAuction(client: QueryClient, id: string, change: (auction: Auction) => Auction): void {
  client.setQueryData<Auction>(['auctions', 'one', id], (auction) => auction && change(auction));
  client.setQueriesData<InfiniteData<AuctionPageAnswer>>(
    { queryKey: ['auctions', 'list'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          auctions: page.auctions.map((auction) => (auction.id === id ? change(auction) : auction)),
        })),
      },
  );
}

export interface NewBid {
  readonly amountMinor: number;
  readonly maxMinor?: number;
  /** The same for each try of the same bid, so that it is not placed twice. */
  readonly clientId: string;
  readonly confirmed?: boolean;
}

export function usePlaceBid(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (bid: NewBid) => http.post<{ readonly bid: Bid; readonly auction: Auction }>(`/api/auctions/${id}/bids`, bid),
    onSuccess: ({ auction }) => changeAuction(client, id, (known) => newer(known, auction)),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['auctions', 'bids', id] });
      void client.invalidateQueries({ queryKey: ['auctions', 'one', id] });
    },
  });
}

export function useBuyNow(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.post<unknown>(`/api/auctions/${id}/buy`),
    onSettled: () => client.invalidateQueries({ queryKey: ['auctions'] }),
  });
}

export function useCancelAuction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.post<unknown>(`/api/auctions/${id}/cancel`),
    onSettled: () => client.invalidateQueries({ queryKey: ['auctions'] }),
  });
}

/** Shown at once, and taken back if the server refuses. */
export function useWatch(id: string) {
  const client = useQueryClient();
  const show = (isWatching: boolean) =>
    changeAuction(client, id, (auction) =>
      auction.you.isWatching === isWatching
        ? auction
        : { ...auction, watchers: Math.max(0, auction.watchers + (isWatching ? 1 : -1)), you: { ...auction.you, isWatching } },
    );
  return useMutation({
    mutationFn: (isWatching: boolean) =>
      isWatching ? http.put<void>(`/api/auctions/${id}/watch`) : http.delete<void>(`/api/auctions/${id}/watch`),
    onMutate: show,
    onError: (_error, isWatching) => show(!isWatching),
    onSettled: () => client.invalidateQueries({ queryKey: ['auctions', 'list', 'watching'] }),
  });
}

export interface NewAuction {
  readonly title: string;
  readonly description: string;
  readonly image?: string;
  readonly currency: string;
  readonly startPriceMinor: number;
  readonly reserveMinor?: number;
  readonly buyNowMinor?: number;
  readonly startsAt?: string;
  readonly endAt: string;
  readonly byInvitation?: boolean;
  readonly invited?: readonly string[];
}

/** What is to become different; the rest stays. */
export type AuctionChange = Partial<Omit<NewAuction, 'currency' | 'byInvitation' | 'invited'>>;

/** Refused with `stale` if it is another than the one that was read, and with `has_bids` once somebody has bid. */
export function useEditAuction(read: Auction) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: AuctionChange) => http.patch<Auction>(`/api/auctions/${read.id}`, change, ifMatch(read)),
    onSuccess: (auction) => {
      client.setQueryData<Auction>(['auctions', 'one', read.id], (known) => newer(known, auction));
      void client.invalidateQueries({ queryKey: ['auctions', 'list'] });
    },
  });
}

export function useCreateAuction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (auction: NewAuction) => http.post<Auction>('/api/auctions', auction),
    onSuccess: () => client.invalidateQueries({ queryKey: ['auctions', 'list'] }),
  });
}
