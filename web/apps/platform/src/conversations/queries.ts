import { infiniteQueryOptions, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../api/http';
import { ifMatch } from '../api/versioned';
import type { Person } from '../session/person';
import type { Conversation, Message, MessagesPage, Subject } from './conversation';

interface ConversationsAnswer {
  readonly conversations: readonly Conversation[];
  readonly next: string | null;
  readonly unreadCount: number;
}

export function conversationsQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ['conversations', 'list', q],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      http.get<ConversationsAnswer>(withQuery('/api/conversations', { q, limit: 30, cursor: pageParam }), signal),
    getNextPageParam: (page) => page.next,
  });
}

export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: ['conversations', 'one', id],
    queryFn: ({ signal }) => http.get<Conversation>(`/api/conversations/${id}`, signal),
  });
}

export function messageSearchQuery(q: string) {
  return queryOptions({
    queryKey: ['conversations', 'search', q],
    queryFn: ({ signal }) =>
      http.get<{ readonly messages: readonly Message[] }>(withQuery('/api/conversations/search', { q, limit: 20 }), signal),
    enabled: q.length >= 2,
  });
}

export const unreadQuery = queryOptions({
  queryKey: ['conversations', 'unread'],
  queryFn: async ({ signal }) =>
    (await http.get<{ readonly unreadCount: number }>('/api/messages/unread-count', signal)).unreadCount,
});

export function peopleQuery(q: string) {
  return queryOptions({
    queryKey: ['people', q],
    queryFn: ({ signal }) => http.get<{ readonly users: readonly Person[] }>(withQuery('/api/users', { q, limit: 20 }), signal),
  });
}

export function statusQuery(userId: string) {
  return queryOptions({
    queryKey: ['status', userId],
    queryFn: ({ signal }) => http.get<UserStatus>(`/api/users/${userId}/status`, signal),
    enabled: userId !== '',
    retry: false,
    staleTime: 60_000,
  });
}

export interface UserStatus {
  readonly userId: string;
  readonly status: 'online' | 'away' | 'offline';
  readonly lastSeen?: string | null;
}

export const messagesApi = {
  page: (id: string, range: { readonly before?: number; readonly after?: number }, signal?: AbortSignal) =>
    http.get<MessagesPage>(withQuery(`/api/conversations/${id}/messages`, { ...range, limit: 50 }), signal),
  send: (id: string, text: string, clientId: string) =>
    http.post<Message>(`/api/conversations/${id}/messages`, { text, clientId }),
  edit: (message: Message, text: string) => http.patch<Message>(`/api/messages/${message.id}`, { text }, ifMatch(message)),
  remove: (message: Message) => http.delete<void>(`/api/messages/${message.id}`),
  read: (id: string, seq: number) =>
    http.post<{ readonly unreadCount: number; readonly total: number }>(`/api/conversations/${id}/read`, { seq }),
};

export function useOpenConversation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { readonly participantId: string; readonly subject?: Subject }) =>
      http.post<Conversation>('/api/conversations', wanted),
    onSuccess: (conversation) => {
      client.setQueryData(conversationQuery(conversation.id).queryKey, conversation);
      void client.invalidateQueries({ queryKey: ['conversations', 'list'] });
    },
  });
}

export function useBlock(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isBlocked: boolean) =>
      isBlocked ? http.put<void>(`/api/conversations/${id}/block`) : http.delete<void>(`/api/conversations/${id}/block`),
    onSettled: () => refreshConversation(client, id),
  });
}

export function refreshConversation(client: QueryClient, id: string): Promise<void> {
  return client.invalidateQueries({ queryKey: ['conversations', 'one', id] });
}
