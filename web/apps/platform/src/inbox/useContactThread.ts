import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRealtimeQueries } from '@fanfare/real-time/client';
import { useCallback, useMemo } from 'react';
import { isRecord } from '../api/http';
import { isLost, useChannelEvents, usePolling } from '../realtime';
import { announce } from '../ui/toasts';
import { useOlder } from '../ui/useOlder';
import {
  askAgainAfter,
  changesOf,
  type Contact,
  type InboxMessage,
  type InboxPageOfMessages,
  isRenumbered,
  merged,
  nameOf,
  patched,
} from './contact';
import { inboxApi, keys } from './queries';

const FIRST_PAGE = 50;
const WIDEST_PAGE = 100;

/** The messages with a contact as far as they were looked at, kept up to date by events, or by asking while there are none. */
export function useContactThread(contact: Contact) {
  const client = useQueryClient();
  const key = useMemo(() => keys.messages(contact.id), [contact.id]);
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => asked(contact.id, client.getQueryData<InboxPageOfMessages>(key), signal),
    refetchInterval: usePolling(),
  });
  const change = useCallback(
    (how: (messages: readonly InboxMessage[]) => readonly InboxMessage[]) =>
      client.setQueryData<InboxPageOfMessages>(key, (page) => page && { ...page, messages: how(page.messages) }),
    [client, key],
  );
  useContactQueries(contact.id);
  useChannelEvents(
    `private-contact-${contact.id}`,
    useMemo(
      () => ({
        'message:created': (data: unknown) => {
          if (isRecord(data) && data['direction'] === 'inbound') {
            announce(`${nameOf(contact)}: ${String(data['body'])}`);
          }
        },
        // Those that are further up are not asked for again.
        'message:updated': (data: unknown) => isRecord(data) && change((messages) => patched(messages, data)),
        'realtime:recovered': (data: unknown) => isLost(data) && void client.resetQueries({ queryKey: key }),
      }),
      [client, key, change, contact],
    ),
  );
  const older = useOlder(
    query.data,
    query.data?.messages[0]?.seq,
    (before) => inboxApi.page(contact.id, { before, limit: FIRST_PAGE }),
    (page) =>
      client.setQueryData<InboxPageOfMessages>(
        key,
        (known) => known && { messages: merged(known.messages, page.messages), hasMore: page.hasMore },
      ),
  );
  return { query, change, older };
}

/** Which queries each event makes out of date, and no other. Those of a burst are asked for once. */
function useContactQueries(id: string): void {
  const everything = () => [keys.messages(id), keys.contacts, keys.unread];
  useRealtimeQueries(
    `private-contact-${id}`,
    {
      // What happened between the answers and the subscription was not heard.
      'pusher:subscription_succeeded': () => [keys.messages(id), keys.notes(id), keys.contact(id)],
      'message:created': everything,
      'message:updated': () => [keys.messages(id)],
      'message:read': everything,
      'contact:updated': (data: unknown) =>
        'mergedFrom' in changesOf(data) ? [keys.contacts, keys.messages(id), keys.notes(id)] : [keys.contacts],
      'note:created': () => [keys.notes(id)],
      'note:updated': () => [keys.notes(id)],
      'note:deleted': () => [keys.notes(id)],
    },
    useQueryClient(),
  );
}

/** What was loaded further up stays when the newest are asked for again. */
async function asked(id: string, known: InboxPageOfMessages | undefined, signal: AbortSignal): Promise<InboxPageOfMessages> {
  if (!known || known.messages.length === 0) {
    return inboxApi.page(id, { limit: FIRST_PAGE }, signal);
  }
  let { messages } = known;
  for (let after = askAgainAfter(messages), more = true; more;) {
    const page = await inboxApi.page(id, { after, limit: WIDEST_PAGE }, signal);
    if (isRenumbered(known.messages, page.messages)) {
      return inboxApi.page(id, { limit: FIRST_PAGE }, signal);
    }
    messages = merged(messages, page.messages);
    after = page.messages.at(-1)?.seq ?? after;
    more = page.hasMore && page.messages.length > 0;
  }
  return { messages, hasMore: known.hasMore };
}
