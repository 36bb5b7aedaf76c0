import { infiniteQueryOptions, type InfiniteData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../api/http';
import { explain } from '../api/problem';
import { toast } from '../ui/toasts';
import {
  type Counts,
  type Notification,
  type NotificationsPage,
  type NotificationType,
  type Preferences,
  withChange,
} from './notification';

export interface NotificationFilter {
  readonly type: NotificationType | null;
  readonly isUnreadOnly: boolean;
  readonly isArchived: boolean;
}

export const everything: NotificationFilter = { type: null, isUnreadOnly: false, isArchived: false };

export function notificationsQuery(filter: NotificationFilter) {
  return infiniteQueryOptions({
    queryKey: ['notifications', 'list', filter],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      http.get<NotificationsPage>(
        withQuery('/api/notifications', {
          page: pageParam,
          limit: 20,
          type: filter.type,
          read: filter.isUnreadOnly ? false : null,
          archived: filter.isArchived,
        }),
        signal,
      ),
    getNextPageParam: ({ meta }) => (meta.hasMore ? meta.page + 1 : null),
  });
}

export const countsQuery = queryOptions({
  queryKey: ['notifications', 'counts'],
  queryFn: async ({ signal }): Promise<Counts> => (await http.get<NotificationsPage>('/api/notifications?limit=1', signal)).meta,
});

export const preferencesQuery = queryOptions({
  queryKey: ['notification-preferences'],
  queryFn: ({ signal }) => http.get<Preferences>('/api/notifications/preferences', signal),
});

export type Mark = 'read' | 'unread' | 'archive' | 'unarchive';

const changes: Readonly<Record<Mark, Partial<Notification>>> = {
  read: { read: true, seen: true },
  unread: { read: false },
  archive: { archived: true },
  unarchive: { archived: false },
};

/** Shown at once; if the server refuses, what it has is shown again. */
export function useMark() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ notification, mark }: { readonly notification: Notification; readonly mark: Mark }) =>
      http.patch<Notification>(`/api/notifications/${notification.id}/${mark}`),
    onMutate: async ({ notification, mark }) => {
      await client.cancelQueries({ queryKey: ['notifications'] });
      const lists = client.getQueriesData<InfiniteData<NotificationsPage>>({ queryKey: ['notifications', 'list'] });
      for (const [key, data] of lists) {
        const filter = key[2] as NotificationFilter;
        const belongs = ({ archived }: Notification) => archived === filter.isArchived;
        client.setQueryData(
          key,
          data && {
            ...data,
            pages: data.pages.map((page) =>
              withChange(page, notification.id, (known) => ({ ...known, ...changes[mark] }), belongs),
            ),
          },
        );
      }
    },
    onError: (error) => toast({ text: explain(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
}

export function useMarkAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: 'read-all' | 'seen-all') => http.patch<Counts>(`/api/notifications/${what}`),
    onSuccess: (counts, what) => {
      client.setQueryData(countsQuery.queryKey, counts);
      if (what === 'read-all') {
        void client.invalidateQueries({ queryKey: ['notifications', 'list'] });
      }
    },
    onError: (error, what) => what === 'read-all' && toast({ text: explain(error), tone: 'danger' }),
  });
}

/** A switch moves at once, and back if it was not saved. */
export function useSavePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (preferences: Preferences) => http.put<Preferences>('/api/notifications/preferences', preferences),
    onMutate: (preferences) => {
      const before = client.getQueryData(preferencesQuery.queryKey);
      client.setQueryData(preferencesQuery.queryKey, preferences);
      return before;
    },
    onError: (error, _preferences, before) => {
      client.setQueryData(preferencesQuery.queryKey, before);
      toast({ text: `Not saved: ${explain(error)}`, tone: 'danger' });
    },
  });
}
