import './ui/tokens.css';
import './ui/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { accountRoutes } from './account/routes';
import { adminRoutes } from './admin/routes';
import { ApiProblem } from './api/problem';
import { auctionRoutes } from './auctions/routes';
import { conversationRoutes } from './conversations/routes';
import { documentRoutes } from './documents/routes';
import { inboxRoutes } from './inbox/routes';
import { marketRoutes } from './market/routes';
import { notificationRoutes } from './notifications/routes';
import { orderRoutes } from './orders/routes';
import { pokerRoutes } from './poker/routes';
import { App } from './shell/App';
import { ErrorPage } from './shell/ErrorPage';
import { LoadingPage } from './shell/LoadingPage';
import { NotFound } from './shell/NotFound';

const MOST_RETRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused will be refused again.
      retry: (count, error) => count < MOST_RETRIES && error instanceof ApiProblem && error.isUncertain,
    },
  },
});

const router = createBrowserRouter([
  {
    element: <App />,
    errorElement: <ErrorPage />,
    children: [
      {
        errorElement: <ErrorPage />,
        hydrateFallbackElement: <LoadingPage />,
        children: [
          ...accountRoutes,
          ...adminRoutes,
          ...auctionRoutes,
          ...conversationRoutes,
          ...documentRoutes,
          ...inboxRoutes,
          ...marketRoutes,
          ...notificationRoutes,
          ...orderRoutes,
          ...pokerRoutes,
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
