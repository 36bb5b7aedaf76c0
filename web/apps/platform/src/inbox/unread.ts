import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { http, isRecord } from '../api/http';

/** How many contacts have something unread. */
export const inboxUnreadQuery = queryOptions({
  queryKey: ['inbox', 'unread'],
  queryFn: async ({ signal }) => (await http.get<{ readonly unread: number }>('/api/contacts/unread-count', signal)).unread,
});

/** `inbox:changed` of the user's channel: the count is absolute, the lists and the contact are asked for anew. */
export function takeInboxChange(client: QueryClient, data: unknown): void {
  if (!isRecord(data)) {
    return;
  }
  if (typeof data['unread'] === 'number') {
    client.setQueryData(inboxUnreadQuery.queryKey, data['unread']);
  }
  void client.invalidateQueries({ queryKey: ['inbox', 'list'] });
  if (typeof data['contactId'] === 'string') {
    void client.invalidateQueries({ queryKey: ['inbox', 'one', data['contactId']] });
  }
}
