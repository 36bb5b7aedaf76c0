import { infiniteQueryOptions, queryOptions, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../api/http';
import { newer } from '../api/versioned';
import type { Person } from '../session/person';
import type { NewSession } from './draft';
import {
  type Deck,
  type Role,
  type Session,
  type Statistics,
  type StoryPoints,
  type Task,
  type Vote,
  withOwnVote,
} from './poker';

export interface SessionEntry {
  readonly id: string;
  readonly title: string;
  readonly project: string | null;
  readonly status: 'active' | 'ended';
  readonly members: number;
  readonly tasks: number;
  readonly finalized: number;
  readonly createdAt: string;
}

interface SessionsAnswer {
  readonly sessions: readonly SessionEntry[];
  readonly next: string | null;
}

export interface Round {
  readonly votes: readonly Vote[];
  readonly statistics: Statistics;
}

export interface TaskSummary {
  readonly task: Task;
  readonly rounds: readonly Round[];
  readonly finalStoryPoints: StoryPoints | null;
}

export interface Summary {
  readonly session: Session;
  readonly tasks: readonly TaskSummary[];
  readonly totals: {
    readonly tasks: number;
    readonly finalized: number;
    readonly skipped: number;
    /** Of those that are numbers. */
    readonly storyPoints: number;
  };
  /** Whoever has voted, also those who have left. */
  readonly people: readonly Person[];
}

export const sessionFilters = ['active', 'ended'] as const;
export type SessionFilter = (typeof sessionFilters)[number];

export const decksQuery = queryOptions({
  queryKey: ['poker', 'decks'],
  queryFn: async ({ signal }) => (await http.get<{ readonly decks: readonly Deck[] }>('/api/poker/decks', signal)).decks,
  staleTime: Infinity,
});

export function sessionsQuery(status: SessionFilter) {
  return infiniteQueryOptions({
    queryKey: ['poker', 'list', status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      http.get<SessionsAnswer>(withQuery('/api/poker/sessions', { status, limit: 24, cursor: pageParam }), signal),
    getNextPageParam: (page) => page.next,
  });
}

export function keyOf(id: string) {
  return ['poker', 'one', id] as const;
}

export function voteKey(id: string) {
  return ['poker', 'vote', id] as const;
}

export function pokerSessionQuery(client: QueryClient, id: string) {
  return queryOptions({
    queryKey: keyOf(id),
    queryFn: async ({ signal }) =>
      newer(client.getQueryData<Session>(keyOf(id)), await http.get<Session>(`/api/poker/sessions/${id}`, signal)),
  });
}

export function summaryQuery(id: string) {
  return queryOptions({
    queryKey: ['poker', 'summary', id],
    queryFn: ({ signal }) => http.get<Summary>(`/api/poker/sessions/${id}/summary`, signal),
  });
}

/** Changes a session where it is shown; `refetch` where the change cannot be made here. */
export function changeSession(client: QueryClient, id: string, change: (session: Session) => Session | undefined): void {
  const known = client.getQueryData<Session>(keyOf(id));
  const changed = known && change(known);
  if (changed) {
    client.setQueryData(keyOf(id), changed);
  } else {
    refetchSession(client, id);
  }
}

export function refetchSession(client: QueryClient, id: string): void {
  void client.invalidateQueries({ queryKey: keyOf(id) });
}

export function useCreateSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (session: NewSession) => http.post<Session>('/api/poker/sessions', session),
    onSuccess: () => client.invalidateQueries({ queryKey: ['poker', 'list'] }),
  });
}

/** What can be done in a session, besides voting. With a task's id nothing happens to the next one if somebody was faster. */
export type Action =
  | { readonly kind: 'join'; readonly role: 'voter' | 'spectator' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'reveal' | 'revote' | 'skip' | 'reopen'; readonly taskId: string }
  | { readonly kind: 'finalize'; readonly taskId: string; readonly storyPoints: StoryPoints }
  | { readonly kind: 'tasks'; readonly title: string }
  | { readonly kind: 'timer'; readonly seconds: number | null }
  | { readonly kind: 'end' }
  | { readonly kind: 'role'; readonly userId: string; readonly role: Role };

function perform(id: string, action: Action): Promise<unknown> {
  const { kind, ...body } = action;
  return 'userId' in action
    ? http.patch(`/api/poker/sessions/${id}/members/${action.userId}`, { role: action.role })
    : http.post(`/api/poker/sessions/${id}/${kind}`, body);
}

/** Whatever the answer is, the session is asked for again: events that tell of it may be late or lost. */
export function useAct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: Action) => perform(id, action),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(id) }),
  });
}

/** Shown at once, and taken back if the server refuses. One after the other, so that the last one counts. */
export function useVote(session: Session, userId: string) {
  const client = useQueryClient();
  const path = `/api/poker/sessions/${session.id}/vote`;
  return useMutation({
    mutationKey: voteKey(session.id),
    scope: { id: path },
    mutationFn: ({ taskId, storyPoints }: { readonly taskId: string; readonly storyPoints: StoryPoints | null }) =>
      storyPoints === null ? http.delete<Session>(path) : http.put<Session>(path, { taskId, storyPoints }),
    onMutate: async ({ storyPoints }) => {
      await client.cancelQueries({ queryKey: keyOf(session.id) });
      changeSession(client, session.id, (known) => withOwnVote(known, userId, storyPoints));
    },
    onSettled: () => {
      // While another vote waits, an answer would show the one before it.
      if (client.isMutating({ mutationKey: voteKey(session.id) }) === 1) {
        return client.invalidateQueries({ queryKey: keyOf(session.id) });
      }
      return undefined;
    },
  });
}
