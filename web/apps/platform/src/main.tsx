import './ui/tokens.css';
import './ui/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ApiProblem } from './api/problem';
import { AuctionPage } from './auctions/AuctionPage';
import { AuctionsPage } from './auctions/AuctionsPage';
import { CreateAuctionPage } from './auctions/CreateAuctionPage';
import { MessagesPage } from './conversations/MessagesPage';
import { inboxRoutes } from './inbox/routes';
import { NotificationsPage } from './notifications/NotificationsPage';
import { PreferencesPage } from './notifications/PreferencesPage';
import { App } from './shell/App';
import { ErrorPage } from './shell/ErrorPage';
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
        children: [
          { index: true, element: <AuctionsPage /> },
          { path: 'auctions/new', element: <CreateAuctionPage /> },
          { path: 'auctions/:id', element: <AuctionPage /> },
          { path: 'messages/:id?', element: <MessagesPage /> },
          { path: 'notifications', element: <NotificationsPage /> },
          { path: 'notifications/preferences', element: <PreferencesPage /> },
          ...inboxRoutes,
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
