import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiProblem } from '../api/problem';
import { useTyping } from '../realtime';
import { useUser } from '../session/session';
import { NotFound } from '../shell/NotFound';
import { ErrorState, Skeleton } from '../ui/states';
import { Composer } from './Composer';
import { type Conversation, otherOf } from './conversation';
import { MessageStream } from './MessageStream';
import { conversationQuery } from './queries';
import { ThreadHeader } from './ThreadHeader';
import { useReading } from './useReading';
import { useSending } from './useSending';
import { useThread } from './useThread';
import './thread.css';

export function Thread({ id }: { readonly id: string }) {
  const query = useQuery(conversationQuery(id));
  if (query.data) {
    return <OpenThread conversation={query.data} />;
  }
  if (query.error instanceof ApiProblem && query.error.status === 404) {
    return <NotFound what="conversation" />;
  }
  return (
    <div>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={6} label="Loading the conversation" />
      )}
    </div>
  );
}

function OpenThread({ conversation }: { readonly conversation: Conversation }) {
  const me = useUser().id;
  const other = otherOf(conversation, me);
  const { query, change, older } = useThread(conversation.id, me, other.name);
  const messages = query.data?.messages ?? [];
  const sending = useSending(me, conversation.id, messages, change);
  const typing = useTyping(conversation.id);
  useReading(conversation.id, messages.at(-1)?.seq ?? 0, conversation.unreadCount);
  useEffect(() => {
    document.title = `${other.name} · Fanfare`;
  }, [other.name]);

  return (
    <section className="thread" aria-label={`Conversation with ${other.name}`}>
      <ThreadHeader conversation={conversation} other={other} />
      {query.isPending && <Skeleton lines={6} label="Loading messages" />}
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <MessageStream
          messages={messages}
          pending={sending.pending}
          me={me}
          other={other}
          otherReadSeq={conversation.readSeq[other.id] ?? 0}
          isTyping={typing.typingUserIds.includes(other.id)}
          older={older}
          change={change}
          onRetry={sending.retry}
          onDiscard={sending.discard}
        />
      )}
      <Composer
        conversation={conversation}
        otherName={other.name}
        onSend={(text) => sending.send({ text })}
        onKeystroke={typing.keystroke}
        onStop={typing.stop}
      />
    </section>
  );
}
