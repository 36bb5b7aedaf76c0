import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { messagesApi, unreadQuery } from './queries';

/** Tells the server how far one has read, while one looks. */
export function useReading(conversationId: string, lastSeq: number, unreadCount: number): void {
  const client = useQueryClient();
  const told = useRef(0);
  useEffect(() => {
    async function tell() {
      if (document.visibilityState !== 'visible' || lastSeq === 0 || lastSeq <= told.current) {
        return;
      }
      told.current = lastSeq;
      try {
        const { total } = await messagesApi.read(conversationId, lastSeq);
        client.setQueryData(unreadQuery.queryKey, total);
        await client.invalidateQueries({ queryKey: ['conversations', 'list'] });
      } catch {
        told.current = 0; // with the next message, or the next look
      }
    }
    void tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [client, conversationId, lastSeq, unreadCount]);
}
