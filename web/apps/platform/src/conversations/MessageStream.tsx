import { Fragment } from 'react';
import { Button } from '../ui/Button';
import { dayName, startOfDay, useMinute } from '../ui/time';
import { useKeptScroll } from '../ui/useKeptScroll';
import type { Older } from '../ui/useOlder';
import type { Person } from '../session/person';
import { lastSeen, type Message } from './conversation';
import { MessageBubble } from './MessageBubble';
import type { Outbox } from './outbox';
import { UnsentBubble } from './UnsentBubble';

interface MessageStreamProps {
  readonly messages: readonly Message[];
  readonly pending: Outbox;
  readonly me: string;
  readonly other: Person;
  readonly otherReadSeq: number;
  readonly isTyping: boolean;
  readonly older: Older;
  readonly change: (how: (messages: readonly Message[]) => readonly Message[]) => void;
  readonly onRetry: (clientId: string) => void;
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
      <EarlierMessages older={older} />
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

/** Asks for what was said before, if there is something. */
export function EarlierMessages({ older }: { readonly older: Older }) {
  return older.hasMore ? (
    <div className="stream-older">
      <Button look="quiet" size="small" isPending={older.state === 'loading'} onPress={() => void older.load()}>
        {older.state === 'failed' ? 'That did not work. Try again' : 'Earlier messages'}
      </Button>
    </div>
  ) : null;
}
