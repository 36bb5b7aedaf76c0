import { Fragment, useLayoutEffect, useRef } from 'react';
import { Button } from '../ui/Button';
import { dayName, startOfDay, useMinute } from '../ui/time';
import { lastSeen, type Message, type Participant } from './conversation';
import { MessageBubble } from './MessageBubble';
import type { Outbox } from './outbox';
import { UnsentBubble } from './UnsentBubble';

interface MessageStreamProps {
  readonly messages: readonly Message[];
  readonly pending: Outbox;
  readonly me: string;
  readonly other: Participant;
  readonly otherReadSeq: number;
  readonly isTyping: boolean;
  readonly older: {
    readonly hasMore: boolean;
    readonly state: 'idle' | 'loading' | 'failed';
    readonly load: () => Promise<void>;
  };
  readonly change: (how: (messages: readonly Message[]) => readonly Message[]) => void;
  readonly onRetry: (clientId: string, text: string) => void;
  readonly onDiscard: (clientId: string) => void;
}

export function MessageStream({
  messages,
  pending,
  me,
  other,
  otherReadSeq,
  isTyping,
  older,
  change,
  onRetry,
  onDiscard,
}: MessageStreamProps) {
  const scroll = useKeptScroll(messages[0]?.seq, (messages.at(-1)?.seq ?? 0) + pending.length);
  const now = useMinute();
  const seen = lastSeen(messages, me, otherReadSeq);
  return (
    <div className="stream" ref={scroll} tabIndex={0} role="log" aria-label="Messages" aria-live="off">
      {older.hasMore && (
        <div className="stream-older">
          <Button look="quiet" size="small" isPending={older.state === 'loading'} onPress={() => void older.load()}>
            {older.state === 'failed' ? 'That did not work. Try again' : 'Earlier messages'}
          </Button>
        </div>
      )}
      {messages.length + pending.length === 0 && <p className="stream-none soft">Nothing said yet. Say hello to {other.name}.</p>}
      <ol>
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const at = Date.parse(message.sentAt);
          const isNewDay = !before || startOfDay(Date.parse(before.sentAt)) !== startOfDay(at);
          return (
            <Fragment key={message.id}>
              {isNewDay && <li className="stream-day">{dayName(at, now)}</li>}
              <MessageBubble
                message={message}
                isMine={message.senderId === me}
                sender={message.senderId === me ? 'You' : other.name}
                isFirst={isNewDay || before?.senderId !== message.senderId}
                isSeen={message === seen}
                change={change}
              />
            </Fragment>
          );
        })}
        {pending.map((unsent) => (
          <UnsentBubble key={unsent.clientId} unsent={unsent} onRetry={onRetry} onDiscard={onDiscard} />
        ))}
      </ol>
      <p className="stream-typing small soft" role="status">
        {isTyping && (
          <>
            <span className="typing-dots" aria-hidden>
              <i />
              <i />
              <i />
            </span>
            {other.name} is typing
          </>
        )}
      </p>
    </div>
  );
}

/** Stays at the end while one is there, and with what one reads while earlier messages come in above. */
function useKeptScroll(first: number | undefined, end: number) {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef({ first, height: 0, isAtEnd: true });
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) {
      return;
    }
    const { current } = before;
    if (current.first !== undefined && first !== undefined && first < current.first) {
      box.scrollTop += box.scrollHeight - current.height;
    } else if (current.isAtEnd) {
      box.scrollTop = box.scrollHeight;
    }
    before.current = { ...current, first, height: box.scrollHeight };
  }, [first, end]);
  useLayoutEffect(() => {
    const box = element.current;
    const look = () => {
      if (box) {
        before.current.isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
      }
    };
    box?.addEventListener('scroll', look, { passive: true });
    return () => box?.removeEventListener('scroll', look);
  }, []);
  return element;
}
