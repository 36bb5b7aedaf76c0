import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../api/http';
import { ifMatch } from '../api/versioned';
import type { Person } from '../session/person';
import {
  type Carrier,
  type Contact,
  type ContactStatus,
  filterOf,
  type InboxMessage,
  type InboxPageOfMessages,
  type Note,
  type Team,
  type View,
} from './contact';
import { inboxUnreadQuery } from './unread';

/** The keys that events make out of date. */
export const keys = {
  contacts: ['contacts'],
  unread: inboxUnreadQuery.queryKey,
  viewers: ['viewers'],
  contact: (id: string) => ['contacts', 'one', id] as const,
  messages: (id: string) => ['messages', id] as const,
  notes: (id: string) => ['notes', id] as const,
} as const;

interface ContactsAnswer {
  readonly contacts: readonly Contact[];
  readonly next: string | null;
}

export function contactsQuery(view: View | 'all', q: string) {
  const filter = view === 'all' ? {} : filterOf(view);
  return infiniteQueryOptions({
    queryKey: [...keys.contacts, 'list', view, q],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      http.get<ContactsAnswer>(withQuery('/api/contacts', { ...filter, q, limit: 30, cursor: pageParam }), signal),
    getNextPageParam: (page) => page.next,
  });
}

export function contactQuery(id: string) {
  return queryOptions({
    queryKey: keys.contact(id),
    queryFn: ({ signal }) => http.get<Contact>(`/api/contacts/${id}`, signal),
  });
}

export function notesQuery(contactId: string) {
  return queryOptions({
    queryKey: keys.notes(contactId),
    queryFn: async ({ signal }) =>
      (await http.get<{ readonly notes: readonly Note[] }>(`/api/contacts/${contactId}/notes`, signal)).notes,
  });
}

interface ViewersAnswer {
  readonly viewers: ReadonlyArray<{ readonly contactId: string; readonly people: readonly Person[] }>;
}

/** Who looks at which contact. To subscribe to all of them would make one a viewer of each. */
export const viewersQuery = queryOptions({
  queryKey: keys.viewers,
  queryFn: async ({ signal }) => {
    const { viewers } = await http.get<ViewersAnswer>('/api/contacts/viewers', signal);
    return new Map(viewers.map(({ contactId, people }) => [contactId, people]));
  },
});

interface TeamsAnswer {
  readonly teams: readonly Team[];
  /** Whether one may write as a contact, to see what happens. */
  readonly demoTexts?: boolean;
}

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => http.get<TeamsAnswer>('/api/teams', signal),
  staleTime: 60_000,
});

export interface ContactChange {
  readonly name?: string | null;
  readonly status?: ContactStatus;
  readonly snoozedUntil?: string | null;
  readonly assigneeId?: string | null;
}

export interface Draft {
  readonly channel: Carrier;
  readonly body: string;
  readonly scheduledFor?: string;
  readonly clientId: string;
}

export const inboxApi = {
  page: (
    id: string,
    range: { readonly before?: number; readonly after?: number; readonly limit: number },
    signal?: AbortSignal,
  ) => http.get<InboxPageOfMessages>(withQuery(`/api/contacts/${id}/messages`, range), signal),
  send: async (contactId: string, draft: Draft) =>
    (await http.post<{ readonly message: InboxMessage }>('/api/messages/send', { contactId, ...draft })).message,
  retry: (messageId: string) => http.post<unknown>(`/api/messages/${messageId}/retry`),
  cancel: (messageId: string) => http.post<unknown>(`/api/messages/${messageId}/cancel`),
  read: (id: string, seq: number) => http.post<Contact>(`/api/contacts/${id}/read`, { seq }),
  add: (contact: { readonly name?: string; readonly phone: string; readonly teamId: string }) =>
    http.post<Contact>('/api/contacts', contact),
  change: (contact: Contact, change: ContactChange) =>
    http.patch<Contact>(`/api/contacts/${contact.id}`, change, ifMatch(contact)),
  merge: (id: string, into: string) => http.post<Contact>(`/api/contacts/${id}/merge`, { into }),
  remove: (id: string) => http.delete<void>(`/api/contacts/${id}`),
  addNote: (contactId: string, text: string) => http.post<Note>(`/api/contacts/${contactId}/notes`, { text }),
  changeNote: (note: Note, text: string) => http.patch<Note>(`/api/notes/${note.id}`, { text }, ifMatch(note)),
  removeNote: (id: string) => http.delete<void>(`/api/notes/${id}`),
  textAs: (contactId: string, body: string, channel: Carrier) =>
    http.post<unknown>('/api/demo/texts', { contactId, body, channel }),
};

/** What is done to a contact: the answer is shown at once, and the lists are asked for again. */
export function useContactAction<Input>(act: (input: Input) => Promise<Contact>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (contact) => client.setQueryData(contactQuery(contact.id).queryKey, contact),
    onSettled: () => client.invalidateQueries({ queryKey: keys.contacts }),
  });
}

export function useChangeContact(contact: Contact) {
  return useContactAction((change: ContactChange) => inboxApi.change(contact, change));
}
