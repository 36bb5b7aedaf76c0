import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { http, setCsrfToken } from '../api/http';
import { ApiProblem } from '../api/problem';

export interface User {
  readonly id: string;
  readonly email?: string;
  readonly name: string;
  readonly avatar: string | null;
  readonly role: 'USER' | 'AGENT' | 'ADMIN';
}

export interface SessionAnswer {
  readonly user: User;
  readonly csrfToken: string;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<User | null> => {
    try {
      return begun(await http.get<SessionAnswer>('/api/sessions/current', signal));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        return null;
      }
      throw error;
    }
  },
  staleTime: Infinity,
  gcTime: Infinity,
});

function begun(answer: SessionAnswer): User {
  setCsrfToken(answer.csrfToken);
  return answer.user;
}

/** Given by the gate: the query may say already that nobody is, while what is below is still drawn. */
export const UserContext = createContext<User | null>(null);

/** Who is signed in. Only below the sign-in gate. */
export function useUser(): User {
  const user = useContext(UserContext);
  if (!user) {
    throw new Error('Nobody is signed in');
  }
  return user;
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { readonly email: string; readonly password: string }) =>
      http.post<SessionAnswer>('/api/sessions', credentials),
    onSuccess: (answer) => client.setQueryData(sessionQuery.queryKey, begun(answer)),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (scope: 'here' | 'everywhere') => http.delete<void>(scope === 'here' ? '/api/sessions/current' : '/api/sessions'),
    onSuccess: () => forget(client),
  });
}

/** Somebody is signed in by other means, in place of who was. What is on the page stays. */
export function begin(client: QueryClient, answer: SessionAnswer): void {
  client.removeQueries({ type: 'inactive' });
  client.setQueryData(sessionQuery.queryKey, begun(answer));
}

/** Nothing of somebody who has left may be seen by who comes next. */
export function forget(client: QueryClient): void {
  setCsrfToken(undefined);
  client.setQueryData(sessionQuery.queryKey, null);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
}
