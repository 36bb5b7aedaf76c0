import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isRecord } from '../api/http';
import { isLost, useChannelEvents } from '../realtime';
import { useUser } from '../session/session';
import { isDocumentRecord } from './document';
import { heardOf, refetchDocuments } from './queries';

/** Keeps what is shown of documents as a channel says that they are. */
export function useRecordEvents(channel: string): void {
  const client = useQueryClient();
  const handlers = useMemo(() => {
    const heard = (event: string) => (data: unknown) => {
      if (isDocumentRecord(data)) {
        heardOf(client, event, data);
      }
    };
    return {
      // What happened between the answer and the subscription was not heard.
      'pusher:subscription_succeeded': () => refetchDocuments(client),
      'record:created': heard('record:created'),
      'record:updated': heard('record:updated'),
      'record:deleted': heard('record:deleted'),
      'realtime:recovered': (data: unknown) => {
        if (isLost(data)) {
          refetchDocuments(client);
        }
      },
    };
  }, [client]);
  useChannelEvents(channel, handlers);
}

/** Hears which documents have come or gone for oneself alone. */
export function useOwnDocumentEvents(): void {
  const client = useQueryClient();
  const handlers = useMemo(
    () => ({
      'documents:changed': (data: unknown) => {
        if (isRecord(data) && typeof data['id'] === 'string') {
          refetchDocuments(client, data['id']);
        }
      },
    }),
    [client],
  );
  useChannelEvents(`private-user-${useUser().id}`, handlers);
}
