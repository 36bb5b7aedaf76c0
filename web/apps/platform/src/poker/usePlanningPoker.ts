import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { isRecord } from '../api/http';
import { isLost, useChannelEvents, useConnection, usePokerChannel } from '../realtime';
import { useUser } from '../session/session';
import { announce } from '../ui/toasts';
import { currentTask, type Session, type StoryPoints, type Vote, withReveal, withVote } from './poker';
import { changeSession, keyOf, pokerSessionQuery, refetchSession, voteKey } from './queries';

/** What has just been settled, to be shown for a moment. */
export interface Settled {
  readonly title: string;
  readonly storyPoints: StoryPoints;
  readonly next: string | null;
}

/** A session as the server has it, with who is there, whichever provider carries the events. */
export function usePlanningPoker(id: string) {
  const client = useQueryClient();
  const me = useUser().id;
  const query = useQuery(pokerSessionQuery(client, id));
  const [settled, setSettled] = useState<Settled | null>(null);
  const refetch = useCallback(() => refetchSession(client, id), [client, id]);

  /** Where a mark is not enough: an answer on its way may be older, and values are shown of one's own votes, or of all. */
  const mustAsk = useCallback(
    ({ userId, storyPoints }: Record<string, unknown>) =>
      client.isFetching({ queryKey: keyOf(id) }) > 0 ||
      typeof storyPoints === 'number' ||
      typeof storyPoints === 'string' ||
      (userId === me && client.isMutating({ mutationKey: voteKey(id) }) === 0),
    [client, id, me],
  );

  const onEvent = useCallback(
    ({ type, data }: { readonly type: string; readonly data: unknown }) => {
      if (!isRecord(data) || data['sessionId'] !== id) {
        return;
      }
      const { taskId, userId } = data;
      const known = client.getQueryData<Session>(keyOf(id));
      switch (type) {
        case 'vote':
        case 'vote-retracted':
          changeSession(client, id, (session) => withVote(session, String(taskId), String(userId), type === 'vote'));
          if (mustAsk(data)) {
            refetch();
          }
          return;
        case 'votes-revealed':
          if (isVotes(data['votes'])) {
            const { votes } = data;
            changeSession(client, id, (session) => withReveal(session, String(taskId), votes));
            announce('The votes are revealed.');
          }
          refetch();
          return;
        case 'task-finalized':
          if (known) {
            setSettled(settledBy(known, data));
          }
          refetch();
          return;
        case 'session-ended':
          announce('The session is over.');
          refetch();
          return;
        default: // member-joined, session:changed, and what later servers may tell
          refetch();
      }
    },
    [client, id, mustAsk, refetch],
  );

  const callbacks = useMemo(() => ({ onEvent, onConnected: refetch }), [onEvent, refetch]);
  const { onlineMembers } = usePokerChannel(id, callbacks);
  const { state, transport } = useConnection();
  const handlers = useMemo(
    () => ({
      // What was told between the answer and the subscription was not heard.
      'pusher:subscription_succeeded': refetch,
      'realtime:recovered': (data: unknown) => isLost(data) && refetch(),
    }),
    [refetch],
  );
  useChannelEvents(`presence-planning-poker-${id}`, handlers);

  const online = useMemo(() => new Set(onlineMembers.map((member) => member.id)), [onlineMembers]);
  return {
    query,
    online,
    /** Streams and polling bring events, too, but do not tell who is there. */
    isPresenceKnown: state === 'live' && transport === 'websocket',
    settled,
    dismissSettled: useCallback(() => setSettled(null), []),
  };
}

export type PlanningPoker = ReturnType<typeof usePlanningPoker>;

function settledBy(session: Session, { taskId, finalStoryPoints, nextTaskId }: Record<string, unknown>): Settled | null {
  const titleOf = (task: unknown) => session.tasks.find(({ id }) => id === task)?.title ?? null;
  const title = titleOf(taskId) ?? currentTask(session)?.title;
  if (title === undefined || (typeof finalStoryPoints !== 'number' && typeof finalStoryPoints !== 'string')) {
    return null;
  }
  return { title, storyPoints: finalStoryPoints, next: titleOf(nextTaskId) };
}

function isVotes(votes: unknown): votes is readonly Vote[] {
  return Array.isArray(votes) && votes.every((vote) => isRecord(vote) && typeof vote['userId'] === 'string');
}
