import type { ReactNode } from 'react';

/** A message as it is shown. */
export interface ShownMessage {
  readonly id: string;
  readonly content: string;
  readonly senderId: string | null;
  readonly createdAt: Date;
  /** Default `sent`. */
  readonly status?: 'pending' | 'failed' | 'sent' | undefined;
}

/** Properties of {@link MessageBubble}. */
export interface MessageBubbleProps {
  readonly message: ShownMessage;
  /** Whether the user has written it. */
  readonly isOwn?: boolean | undefined;
  /** Offered for a message that could not be sent. */
  readonly onRetry?: (() => void) | undefined;
}

/** One message, as text. */
export function MessageBubble({ message, isOwn = false, onRetry }: MessageBubbleProps): ReactNode {
  const { content, createdAt, status = 'sent' } = message;
  return (
    <div className="message-bubble" data-own={isOwn} data-status={status}>
      <p>{content}</p>
      <time dateTime={createdAt.toISOString()}>{createdAt.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</time>
      {status === 'pending' && <span>Sending…</span>}
      {status === 'failed' && (
        <span role="alert">
          Not sent{' '}
          {onRetry && (
            <button type="button" onClick={onRetry}>
              Try again
            </button>
          )}
        </span>
      )}
    </div>
  );
}
