import type { RouteObject } from 'react-router';

export const documentRoutes: readonly RouteObject[] = [
  { path: 'documents', lazy: async () => ({ Component: (await import('./DocumentsPage')).DocumentsPage }) },
  { path: 'documents/:id', lazy: async () => ({ Component: (await import('./DocumentPage')).DocumentPage }) },
];
