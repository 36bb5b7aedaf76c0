import type { RouteObject } from 'react-router';
import { NewSessionPage } from './NewSessionPage';
import { PokerPage } from './PokerPage';
import { SessionPage } from './SessionPage';
import { SummaryPage } from './SummaryPage';

export const routes: RouteObject[] = [
  { path: 'poker', element: <PokerPage /> },
  { path: 'poker/new', element: <NewSessionPage /> },
  { path: 'poker/:id', element: <SessionPage /> },
  { path: 'poker/:id/summary', element: <SummaryPage /> },
];
