import { useTypingIndicator } from '@fanfare/real-time/client';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiProblem } from '../api/problem';
import { usePolling } from '../realtime';
import { useUser } from '../session/session';
import { NotFound } from '../shell/NotFound';
import { ErrorState, Skeleton } from '../ui/states';
import { carrierFor, type Contact, nameOf } from './contact';
import { ContactHeader } from './ContactHeader';
import { InboxComposer } from './InboxComposer';
import { contactQuery, notesQuery } from './queries';
import { Timeline } from './Timeline';
import { useContactReading } from './useContactReading';
import { useContactSending } from './useContactSending';
import { useContactThread } from './useContactThread';
import { useFollowMerge } from './useFollowMerge';
import '../conversations/thread.css';
import './contact-thread.css';

export function ContactThread({ id }: { readonly id: string }) {
  const query = useQuery({ ...contactQuery(id), refetchInterval: usePolling() });
  useFollowMerge(id, query.data !== undefined);
  if (query.error instanceof ApiProblem && query.error.status === 404) {
    return <NotFound what="contact" />;
  }
  if (query.data) {
    return <OpenContact contact={query.data} />;
  }
  return (
    <div>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={6} label="Loading the contact" />
      )}
    </div>
  );
}

function OpenContact({ contact }: { readonly contact: Contact }) {
  const me = useUser().id;
  const name = nameOf(contact);
  const { query, change, older } = useContactThread(contact);
  const notes = useQuery({ ...notesQuery(contact.id), refetchInterval: usePolling() });
  const messages = query.data?.messages ?? [];
  const sending = useContactSending(me, contact.id, messages, change);
  const typing = useTypingIndicator(`presence-contact-${contact.id}`);
  useContactReading(contact, messages.at(-1)?.seq ?? 0);
  useEffect(() => {
    document.title = `${name} · Inbox · Fanfare`;
  }, [name]);

  return (
    <section className="thread contact-thread" aria-label={`Messages with ${name}`}>
      <ContactHeader contact={contact} />
      {query.isPending && <Skeleton lines={6} label="Loading messages" />}
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <Timeline
          contact={contact}
          messages={messages}
          notes={notes.data ?? []}
          pending={sending.pending}
          older={older}
          onRetry={sending.retry}
          onDiscard={sending.discard}
        />
      )}
      <InboxComposer
        contact={contact}
        preset={carrierFor(contact, messages)}
        replying={typing.typingUsers.map((user) => user.name ?? 'Somebody')}
        onSend={sending.send}
        onKeystroke={typing.keystroke}
        onStop={typing.stop}
      />
    </section>
  );
}
