import type { RouteObject } from 'react-router';
import { InboxPage } from './InboxPage';

export const inboxRoutes: readonly RouteObject[] = [{ path: 'inbox/:contactId?', element: <InboxPage /> }];
