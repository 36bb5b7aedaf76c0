import { useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../api/problem';
import { merged, type Message } from './conversation';
import { outbox } from './outbox';
import { messagesApi, refreshConversation } from './queries';
import { useOutbox } from './useOutbox';

type Change = (how: (messages: readonly Message[]) => readonly Message[]) => void;

export function useSending(me: string, conversationId: string, messages: readonly Message[], change: Change) {
  const client = useQueryClient();
  return useOutbox(outbox, { me, threadId: conversationId, messages }, async ({ text, clientId }) => {
    try {
      const message = await messagesApi.send(conversationId, text, clientId);
      change((known) => merged(known, [message]));
    } catch (error) {
      if (isProblem(error, 'blocked')) {
        await refreshConversation(client, conversationId);
      }
      throw error;
    }
  });
}
