import type { RouteObject } from 'react-router';

export const accountRoutes: readonly RouteObject[] = [
  { path: 'account', lazy: async () => ({ Component: (await import('./AccountPage')).AccountPage }) },
];
