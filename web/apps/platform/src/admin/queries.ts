import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../api/http';
import type { Person } from '../session/person';
import type { Announcement, NewAnnouncement } from './announcement';

/** How old what is shown may be while somebody looks. */
const EVERY_MS = 5_000;

/** What of an app is null the server does not say at the moment. */
export interface App {
  readonly id: string | null;
  readonly name: string;
  readonly key: string;
  readonly plan: string | null;
  readonly limits: {
    readonly messagesPerDay: number | null;
    readonly connections: number | null;
    readonly channels: number | null;
  } | null;
  readonly usage: {
    readonly messagesToday: number;
    readonly connections: number;
    readonly peakConnections: number;
    readonly channels: number;
  } | null;
}

export interface ChannelEntry {
  readonly name: string;
  readonly subscriptionCount: number | null;
  readonly userCount: number | null;
  readonly rule: string | null;
}

export interface DeadLetter {
  readonly id: string;
  readonly channel: string | null;
  readonly event: string | null;
  readonly error: string | null;
  readonly attempts: number | null;
  readonly at: string;
}

export interface Queue {
  /** Null where nobody counts them. */
  readonly pending: number | null;
  readonly oldestPendingAt: string | null;
  readonly deadLetters: readonly DeadLetter[];
}

export const queues = ['outbox', 'webhooks', 'event-bus'] as const;
export type QueueName = (typeof queues)[number];

export interface Explanation {
  readonly allowed: boolean;
  readonly rule: string | null;
  readonly reason: string | null;
}

export interface Decision extends Explanation {
  readonly at: string;
  readonly userId: string | null;
  /** Null for signing in. */
  readonly channel: string | null;
  readonly status: number;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly by: Person | null;
  readonly action: string;
  readonly target: string | null;
  readonly detail: string | null;
}

export const appsQuery = queryOptions({
  queryKey: ['admin', 'apps'],
  queryFn: ({ signal }) =>
    http.get<{ readonly apps: readonly App[]; readonly serverReachable: boolean }>('/api/admin/apps', signal),
  refetchInterval: EVERY_MS,
});

export function channelsQuery(prefix: string) {
  return queryOptions({
    queryKey: ['admin', 'channels', prefix],
    queryFn: async ({ signal }) =>
      (
        await http.get<{ readonly channels: readonly ChannelEntry[] }>(
          withQuery('/api/admin/channels', { prefix, limit: 100 }),
          signal,
        )
      ).channels,
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
  });
}

export const announcementsQuery = infiniteQueryOptions({
  queryKey: ['admin', 'announcements'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    http.get<{ readonly announcements: readonly Announcement[]; readonly next: string | null }>(
      withQuery('/api/admin/announcements', { limit: 20, cursor: pageParam }),
      signal,
    ),
  getNextPageParam: (page) => page.next,
});

export function useAnnounce() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (announcement: NewAnnouncement) => http.post<Announcement>('/api/admin/announcements', announcement),
    onSettled: () => client.invalidateQueries({ queryKey: announcementsQuery.queryKey }),
  });
}

export function useEndAnnouncement() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete<void>(`/api/admin/announcements/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: announcementsQuery.queryKey }),
  });
}

export function queueQuery(name: QueueName) {
  return queryOptions({
    queryKey: ['admin', 'queue', name],
    queryFn: ({ signal }) => http.get<Queue>(`/api/admin/${name}`, signal),
    refetchInterval: EVERY_MS,
  });
}

/** Sends a dead letter once more, or gives it up. */
export function useDeadLetter(name: QueueName) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, how }: { readonly id: string; readonly how: 'replay' | 'delete' }) =>
      how === 'replay' ? http.post<unknown>(`/api/admin/${name}/${id}/replay`) : http.delete<unknown>(`/api/admin/${name}/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['admin', 'queue', name] }),
  });
}

export function decisionsQuery(userId: string, channel: string) {
  return queryOptions({
    queryKey: ['admin', 'decisions', userId, channel],
    queryFn: async ({ signal }) =>
      (
        await http.get<{ readonly decisions: readonly Decision[] }>(
          withQuery('/api/admin/decisions', { userId, channel, limit: 50 }),
          signal,
        )
      ).decisions,
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
  });
}

export function useExplain() {
  return useMutation({
    mutationFn: (question: { readonly userId: string | null; readonly channel: string }) =>
      http.post<Explanation>('/api/admin/decisions/explain', question),
  });
}

export const auditQuery = infiniteQueryOptions({
  queryKey: ['admin', 'audit'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    http.get<{ readonly entries: readonly AuditEntry[]; readonly next: string | null }>(
      withQuery('/api/admin/audit', { limit: 50, cursor: pageParam }),
      signal,
    ),
  getNextPageParam: (page) => page.next,
});
