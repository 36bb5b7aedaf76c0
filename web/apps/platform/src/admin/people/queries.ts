import { infiniteQueryOptions, keepPreviousData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../../api/http';
import { sessionQuery } from '../../session/session';
import type { Invitation, NewPerson, PersonChange, PersonEntry } from './person';

/** How old what is shown may be while somebody looks. */
const EVERY_MS = 15_000;

const PEOPLE = ['admin', 'people'] as const;

export interface PeopleAnswer {
  readonly people: readonly PersonEntry[];
  readonly next: string | null;
}

export function peopleQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: [...PEOPLE, 'list', q],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      http.get<PeopleAnswer>(withQuery('/api/admin/people', { q, limit: 30, cursor: pageParam }), signal),
    getNextPageParam: (page) => page.next,
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
  });
}

/** All that says who there is, or who is where. */
function reload(client: QueryClient) {
  return Promise.all(
    [PEOPLE, ['people'], ['admin', 'tenants'], ['admin', 'teams']].map((queryKey) => client.invalidateQueries({ queryKey })),
  );
}

/** What it answers is a secret, of which nothing is to be left once it has been shown. */
export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (person: NewPerson) =>
      http.post<{ readonly person: PersonEntry; readonly invitation: Invitation }>('/api/admin/people', person),
    gcTime: 0,
    onSettled: () => void reload(client),
  });
}

/** As `useInvite`, for somebody there is. */
export function useNewLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.post<Invitation>(`/api/admin/people/${id}/invitation`),
    gcTime: 0,
    onSettled: () => void reload(client),
  });
}

export function useChangePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { readonly id: string; readonly change: PersonChange }) =>
      http.patch<PersonEntry>(`/api/admin/people/${id}`, change),
    onSuccess: ({ id }) => {
      if (client.getQueryData(sessionQuery.queryKey)?.id === id) {
        void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      }
    },
    onSettled: () => void reload(client),
  });
}
