import { queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';
import type { Announcement } from './announcement';

/** Also for who is not signed in. */
export const currentQuery = queryOptions({
  queryKey: ['announcements', 'current'],
  queryFn: async ({ signal }) =>
    (await http.get<{ readonly announcements: readonly Announcement[] }>('/api/announcements/current', signal)).announcements,
});
