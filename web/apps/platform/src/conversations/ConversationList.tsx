import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { MessageCircle, SquarePen } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useUser } from '../session/session';
import { Button, IconButton } from '../ui/Button';
import { SearchField } from '../ui/fields';
import { PagedList } from '../ui/PagedList';
import { EmptyState, Skeleton } from '../ui/states';
import { useSettled } from '../ui/useSettled';
import { ConversationRow, FoundMessage } from './ConversationRow';
import { NewConversation } from './NewConversation';
import { conversationsQuery, messageSearchQuery } from './queries';

export function ConversationList({ currentId }: { readonly currentId: string | undefined }) {
  const [search, setSearch] = useState('');
  const [isWriting, setWriting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const q = useSettled(search.trim());
  const Title = currentId === undefined ? 'h1' : 'h2'; // beside a thread the page is the thread's
  useEffect(() => {
    if (currentId === undefined) {
      document.title = 'Messages · Fanfare';
      heading.current?.focus({ preventScroll: true });
    }
  }, [currentId]);
  return (
    <section className="conversation-list" aria-label="Conversations">
      <div className="row spread">
        <Title ref={heading} tabIndex={-1} className="conversation-title">
          Messages
        </Title>
        <IconButton label="New conversation" onPress={() => setWriting(true)}>
          <SquarePen aria-hidden />
        </IconButton>
      </div>
      <SearchField label="Search messages" value={search} onChange={setSearch} />
      <div className="conversation-scroll">
        <Conversations q={q} currentId={currentId} onNew={() => setWriting(true)} />
        {q.length >= 2 && <FoundMessages q={q} />}
      </div>
      <NewConversation isOpen={isWriting} onClose={() => setWriting(false)} />
    </section>
  );
}

function Conversations({
  q,
  currentId,
  onNew,
}: {
  readonly q: string;
  readonly currentId: string | undefined;
  readonly onNew: () => void;
}) {
  const me = useUser().id;
  const query = useInfiniteQuery(conversationsQuery(q));
  return (
    <PagedList
      query={query}
      entriesOf={(page) => page.conversations}
      isQuiet
      loading={<Skeleton lines={6} label="Loading conversations" />}
      empty={
        q === '' ? (
          <EmptyState
            icon={MessageCircle}
            title="No conversations yet"
            action={<Button onPress={onNew}>New conversation</Button>}
          >
            Ask a seller something, or write to somebody.
          </EmptyState>
        ) : (
          <p className="conversation-none soft" role="status">
            No conversation matches.
          </p>
        )
      }
    >
      {(conversation) => <ConversationRow conversation={conversation} me={me} isCurrent={conversation.id === currentId} />}
    </PagedList>
  );
}

function FoundMessages({ q }: { readonly q: string }) {
  const { data } = useQuery(messageSearchQuery(q));
  if (!data || data.messages.length === 0) {
    return null;
  }
  return (
    <>
      <h2>In messages</h2>
      <ul>
        {data.messages.map((message) => (
          <li key={message.id}>
            <FoundMessage message={message} />
          </li>
        ))}
      </ul>
    </>
  );
}
