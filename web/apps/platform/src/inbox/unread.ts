import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { http, isRecord } from '../api/http';

/** How many contacts have something unread. */
export const inboxUnreadQuery = queryOptions({
  queryKey: ['unread-count'],
  queryFn: async ({ signal }) => (await http.get<{ readonly unread: number }>('/api/contacts/unread-count', signal)).unread,
});

/** `inbox:changed` of the user's channel: the count is absolute. The lists are asked for anew by who shows them. */
export function takeInboxChange(client: QueryClient, data: unknown): void {
  if (isRecord(data) && typeof data['unread'] === 'number') {
    client.setQueryData(inboxUnreadQuery.queryKey, data['unread']);
  }
}
