import { useRealtimeQueries } from '@fanfare/real-time/client';
import { useQueryClient } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useParams } from 'react-router';
import { useUser } from '../session/session';
import { EmptyState } from '../ui/states';
import { ContactList } from './ContactList';
import { ContactThread } from './ContactThread';
import { keys } from './queries';
import '../conversations/messages-page.css';
import './inbox-page.css';

/** The team's contacts beside what was said with one of them; on a phone one of the two. */
export function InboxPage() {
  const { contactId } = useParams();
  // Of contacts that are not open one's own channel tells.
  useRealtimeQueries(
    `private-user-${useUser().id}`,
    {
      'pusher:subscription_succeeded': () => [keys.contacts, keys.viewers],
      'inbox:changed': () => [keys.contacts],
      'inbox:viewers': () => [keys.viewers],
    },
    useQueryClient(),
  );
  return (
    <div className="messages inbox" data-shows={contactId ? 'thread' : 'list'}>
      <ContactList currentId={contactId} />
      {contactId ? (
        <ContactThread key={contactId} id={contactId} />
      ) : (
        <div className="messages-none">
          <EmptyState icon={Inbox} title="The team's inbox">
            Choose a contact to read what was said, and to answer.
          </EmptyState>
        </div>
      )}
    </div>
  );
}
