import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../api/http';
import { begin, type SessionAnswer } from '../session/session';

/** Whom a link is for. */
export interface Invited {
  readonly name: string;
  readonly email: string;
  readonly expiresAt: string;
}

/** Of neither the token nor the password is anything kept once the page has gone. */
export function invitedQuery(token: string) {
  return queryOptions({
    queryKey: ['invited', token],
    queryFn: () => http.post<Invited>('/api/invitations/look', { token }),
    enabled: token !== '',
    staleTime: Infinity,
    gcTime: 0,
  });
}

export function useAccept() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chosen: { readonly token: string; readonly password: string }) =>
      http.post<SessionAnswer>('/api/invitations/accept', chosen),
    gcTime: 0,
    onSuccess: (answer) => begin(client, answer),
  });
}
