import type { RouteObject } from 'react-router';

export const conversationRoutes: readonly RouteObject[] = [
  { path: 'messages/:id?', lazy: async () => ({ Component: (await import('./MessagesPage')).MessagesPage }) },
];
