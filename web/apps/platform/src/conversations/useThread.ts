import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { isRecord } from '../api/http';
import { isLost, useChannelEvents } from '../realtime';
import { announce } from '../ui/toasts';
import { useOlder } from '../ui/useOlder';
import { deletedAt, lastBeforeGap, merged, type Message, type MessagesPage, replaced } from './conversation';
import { messagesApi, refreshConversation } from './queries';

/** The messages of a conversation as far as they were looked at, kept up to date. */
export function useThread(conversationId: string, me: string, otherName: string) {
  const client = useQueryClient();
  const key = useMemo(() => ['conversations', 'messages', conversationId] as const, [conversationId]);
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => refetched(signal) });

  // What was loaded further up stays when the newest are asked for again.
  async function refetched(signal: AbortSignal): Promise<MessagesPage> {
    const known = client.getQueryData<MessagesPage>(key);
    if (!known || known.messages.length === 0) {
      return messagesApi.page(conversationId, {}, signal);
    }
    let messages = known.messages;
    for (let after = lastBeforeGap(known.messages), more = true; more;) {
      const page = await messagesApi.page(conversationId, { after }, signal);
      messages = merged(messages, page.messages);
      after = page.messages.at(-1)?.seq ?? after;
      more = page.hasMore && page.messages.length > 0;
    }
    return { messages, hasMore: known.hasMore };
  }

  const change = useCallback(
    (how: (messages: readonly Message[]) => readonly Message[]) =>
      client.setQueryData<MessagesPage>(key, (page) => page && { ...page, messages: how(page.messages) }),
    [client, key],
  );
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: key }), [client, key]);
  // Changes of old messages are not among the new ones.
  const beginAnew = useCallback(() => void client.resetQueries({ queryKey: key }), [client, key]);

  const handlers = useMemo(
    () => ({
      // What was written between the answer and the subscription was not heard.
      'pusher:subscription_succeeded': refresh,
      'message:new': (data: unknown) => {
        if (isRecord(data) && data['senderId'] !== me && typeof data['text'] === 'string') {
          announce(`${data['senderId'] === null ? 'Fanfare' : otherName}: ${data['text']}`);
        }
        refresh();
      },
      'message:updated': (data: unknown) => {
        if (isRecord(data) && data['truncated'] === true) {
          beginAnew();
        } else if (isRecord(data) && typeof data['text'] === 'string' && typeof data['version'] === 'number') {
          const news = { text: data['text'], version: data['version'], editedAt: String(data['editedAt']) };
          change((messages) =>
            replaced(messages, String(data['id']), (message) =>
              message.version < news.version ? { ...message, ...news } : message,
            ),
          );
        }
      },
      'message:deleted': (data: unknown) => {
        if (isRecord(data)) {
          change((messages) =>
            replaced(messages, String(data['id']), (message) => deletedAt(message, String(data['deletedAt']))),
          );
        }
      },
      'realtime:recovered': (data: unknown) => (isLost(data) ? beginAnew() : refresh()),
      'conversation:read': () => void refreshConversation(client, conversationId),
    }),
    [client, conversationId, me, otherName, refresh, beginAnew, change],
  );
  useChannelEvents(`private-conversation-${conversationId}`, handlers);

  const older = useOlder(
    query.data,
    query.data?.messages[0]?.seq,
    (before) => messagesApi.page(conversationId, { before }),
    (page) =>
      client.setQueryData<MessagesPage>(
        key,
        (known) => known && { messages: merged(known.messages, page.messages), hasMore: page.hasMore },
      ),
  );
  return { query, change, older };
}
