import { useEffect, useMemo, type ReactNode } from 'react';
import { useClient } from '../client/context.js';
import { useEvent } from '../client/useEvent.js';
import { useStore } from '../client/useStore.js';
import { useTypingIndicator } from '../client/useTypingIndicator.js';
import { getPusherClient } from '../core/client/clients.js';
import { EMPTY_THREAD, Messages } from '../core/messages/messages.js';
import { MessageBubble } from './MessageBubble.js';
import { MessageInput } from './MessageInput.js';
import { TypingIndicator } from './TypingIndicator.js';

/** Properties of {@link MessageThread}. */
export interface MessageThreadProps {
  readonly conversationId: string;
}

/** A conversation: its messages, who is writing, and where to write. */
export function MessageThread({ conversationId }: MessageThreadProps): ReactNode {
  const client = useClient();
  const userId = client?.userId ?? null;
  const { backend } = client ?? getPusherClient();
  const thread = useMemo(() => new Messages(backend, conversationId), [backend, conversationId]);
  const { messages, hasMore, isLoading } = useStore(thread, EMPTY_THREAD);
  const { typingUsers, sendTyping } = useTypingIndicator(conversationId);
  const channel = `private-conversation-${conversationId}` as const;
  useEvent(channel, 'message:new', (message) => thread.added(message));
  useEvent(channel, 'message:updated', (message) => thread.updated(message));
  useEvent(channel, 'message:deleted', (message) => thread.deleted(message));
  useEvent(channel, 'realtime:recovered', ({ recovered }) => recovered || void thread.load());
  useEffect(() => void thread.load(), [thread]);
  return (
    <div className="message-thread">
      <div className="messages" role="log" aria-busy={isLoading}>
        {hasMore && (
          <button type="button" onClick={() => void thread.loadOlder()}>
            Show older
          </button>
        )}
        {messages.map((message) => (
          <MessageBubble
            key={message.clientId ?? message.id}
            message={message}
            isOwn={userId !== null && message.senderId === userId}
            onRetry={() => void thread.retry(message.id)}
          />
        ))}
        {typingUsers.length > 0 && <TypingIndicator users={typingUsers} />}
      </div>
      <MessageInput
        onTypingStart={() => sendTyping(true)}
        onTypingStop={() => sendTyping(false)}
        onSendMessage={(content) => void thread.send(content, userId)}
      />
    </div>
  );
}
