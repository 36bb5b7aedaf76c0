import type { RouteObject } from 'react-router';

export const marketRoutes: readonly RouteObject[] = [
  { path: 'market', lazy: async () => ({ Component: (await import('./MarketPage')).MarketPage }) },
  { path: 'market/sell', lazy: async () => ({ Component: (await import('./SellPage')).SellPage }) },
  { path: 'market/products/:id', lazy: async () => ({ Component: (await import('./ProductPage')).ProductPage }) },
  { path: 'market/products/:id/edit', lazy: async () => ({ Component: (await import('./EditProductPage')).EditProductPage }) },
];
