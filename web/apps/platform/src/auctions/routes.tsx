import type { RouteObject } from 'react-router';

export const auctionRoutes: readonly RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./AuctionsPage')).AuctionsPage }) },
  { path: 'auctions/new', lazy: async () => ({ Component: (await import('./CreateAuctionPage')).CreateAuctionPage }) },
  { path: 'auctions/:id', lazy: async () => ({ Component: (await import('./AuctionPage')).AuctionPage }) },
  { path: 'auctions/:id/edit', lazy: async () => ({ Component: (await import('./EditAuctionPage')).EditAuctionPage }) },
];
