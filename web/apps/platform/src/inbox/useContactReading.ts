import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Contact } from './contact';
import { contactQuery, inboxApi, keys } from './queries';

/** Tells the team how far one has read, but only while one looks: the page is seen, and has the focus. */
export function useContactReading({ id, unread }: Contact, lastSeq: number): void {
  const client = useQueryClient();
  const told = useRef(0);
  useEffect(() => {
    async function tell() {
      const isLookedAt = document.visibilityState === 'visible' && document.hasFocus();
      if (!isLookedAt || !unread || lastSeq === 0 || lastSeq <= told.current) {
        return;
      }
      told.current = lastSeq;
      try {
        client.setQueryData(contactQuery(id).queryKey, await inboxApi.read(id, lastSeq));
        await Promise.all([keys.contacts, keys.unread].map((queryKey) => client.invalidateQueries({ queryKey })));
      } catch {
        told.current = 0; // with the next message, or the next look
      }
    }
    void tell();
    document.addEventListener('visibilitychange', tell);
    addEventListener('focus', tell);
    return () => {
      document.removeEventListener('visibilitychange', tell);
      removeEventListener('focus', tell);
    };
  }, [client, id, unread, lastSeq]);
}
