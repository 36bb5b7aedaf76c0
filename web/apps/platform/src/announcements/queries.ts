import { queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';
import type { Announcement } from './announcement';

/** That one was withdrawn is not told. */
const AGAIN_MS = 5 * 60_000;

/** Also for who is not signed in. */
export const currentQuery = queryOptions({
  queryKey: ['announcements', 'current'],
  queryFn: async ({ signal }) =>
    (await http.get<{ readonly announcements: readonly Announcement[] }>('/api/announcements/current', signal)).announcements,
  refetchInterval: AGAIN_MS,
});
