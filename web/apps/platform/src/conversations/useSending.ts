import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem, explain, isProblem } from '../api/problem';
import { randomId } from '../ui/random';
import { useStore } from '../ui/store';
import { merged, type Message } from './conversation';
import { failed, type Outbox, outbox, pendingOf, queued, removed, sending } from './outbox';
import { messagesApi, refreshConversation } from './queries';

type Change = (how: (messages: readonly Message[]) => readonly Message[]) => void;

/** Messages appear at once; what fails stays, with the reason, until it is sent again or thrown away. */
export function useSending(me: string, conversationId: string, messages: readonly Message[], change: Change) {
  const all = useStore<Outbox>(outbox);
  const client = useQueryClient();

  async function transmit(clientId: string, text: string) {
    try {
      const message = await messagesApi.send(conversationId, text, clientId);
      change((known) => merged(known, [message]));
      outbox.update((before) => removed(before, clientId));
    } catch (error) {
      const reason = error instanceof ApiProblem && error.isUncertain ? 'Not sent: no answer.' : `Not sent: ${explain(error)}`;
      outbox.update((before) => failed(before, clientId, reason));
      if (isProblem(error, 'blocked')) {
        await refreshConversation(client, conversationId);
      }
    }
  }

  return {
    pending: pendingOf(all, me, conversationId, messages),
    send: (text: string) => {
      const clientId = randomId();
      outbox.update((before) =>
        queued(before, { clientId, conversationId, senderId: me, text, at: new Date().toISOString(), state: 'sending' }),
      );
      void transmit(clientId, text);
    },
    /** With the same id, so that the server knows it if the first did arrive. */
    retry: (clientId: string, text: string) => {
      outbox.update((before) => sending(before, clientId));
      void transmit(clientId, text);
    },
    discard: (clientId: string) => outbox.update((before) => removed(before, clientId)),
  };
}
