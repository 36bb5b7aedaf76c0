import { useEffect } from 'react';
import { pusherClient } from '@/lib/realtime-client';

useEffect(() => {
  if (!pusherClient) return;

  const channel = pusherClient.subscribe(`private-contact-${contactId}`);

  channel.bind('note:created', (data) => {
    // Handle new note
    console.log('New note:', data);
  });

  return () => {
    pusherClient.unsubscribe(`private-contact-${contactId}`);
  };
}, [contactId]);
