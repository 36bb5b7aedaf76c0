import type { RouteObject } from 'react-router';

export const pokerRoutes: readonly RouteObject[] = [
  { path: 'poker', lazy: async () => ({ Component: (await import('./PokerPage')).PokerPage }) },
  { path: 'poker/new', lazy: async () => ({ Component: (await import('./NewSessionPage')).NewSessionPage }) },
  { path: 'poker/:id', lazy: async () => ({ Component: (await import('./SessionPage')).SessionPage }) },
  { path: 'poker/:id/summary', lazy: async () => ({ Component: (await import('./SummaryPage')).SummaryPage }) },
];
