import type { RouteObject } from 'react-router';

export const adminRoutes: readonly RouteObject[] = [
  { path: 'admin/:tab?', lazy: async () => ({ Component: (await import('./AdminPage')).AdminPage }) },
];
