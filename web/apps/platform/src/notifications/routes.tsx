import type { RouteObject } from 'react-router';

export const notificationRoutes: readonly RouteObject[] = [
  { path: 'notifications', lazy: async () => ({ Component: (await import('./NotificationsPage')).NotificationsPage }) },
  {
    path: 'notifications/preferences',
    lazy: async () => ({ Component: (await import('./PreferencesPage')).PreferencesPage }),
  },
];
