import { useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../api/problem';
import { useOutbox } from '../conversations/useOutbox';
import { type InboxMessage, merged } from './contact';
import { outbox } from './outbox';
import { inboxApi, keys } from './queries';

type Change = (how: (messages: readonly InboxMessage[]) => readonly InboxMessage[]) => void;

export function useContactSending(me: string, contactId: string, messages: readonly InboxMessage[], change: Change) {
  const client = useQueryClient();
  return useOutbox(outbox, { me, threadId: contactId, messages }, async ({ clientId, text, channel, scheduledFor }) => {
    try {
      const draft = { channel, body: text, clientId, ...(scheduledFor && { scheduledFor }) };
      const message = await inboxApi.send(contactId, draft);
      change((known) => merged(known, [message]));
      void client.invalidateQueries({ queryKey: keys.contacts });
    } catch (error) {
      if (isProblem(error, 'opted_out') || isProblem(error, 'window_closed')) {
        await client.invalidateQueries({ queryKey: keys.contacts });
      }
      throw error;
    }
  });
}
