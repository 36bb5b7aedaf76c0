import type { RouteObject } from 'react-router';

export const inboxRoutes: readonly RouteObject[] = [
  { path: 'inbox/:contactId?', lazy: async () => ({ Component: (await import('./InboxPage')).InboxPage }) },
];
