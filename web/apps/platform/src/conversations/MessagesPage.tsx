import { MessageCircle } from 'lucide-react';
import { useParams } from 'react-router';
import { EmptyState } from '../ui/states';
import { ConversationList } from './ConversationList';
import { Thread } from './Thread';
import './messages-page.css';

/** The list beside the thread; on a phone one of the two. */
export function MessagesPage() {
  const { id } = useParams();
  return (
    <div className="messages" data-shows={id ? 'thread' : 'list'}>
      <ConversationList currentId={id} />
      {id ? (
        <Thread key={id} id={id} />
      ) : (
        <div className="messages-none">
          <EmptyState icon={MessageCircle} title="Your messages">
            Choose a conversation, or begin a new one.
          </EmptyState>
        </div>
      )}
    </div>
  );
}
