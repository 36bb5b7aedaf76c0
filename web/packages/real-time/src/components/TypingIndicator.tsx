import type { ReactNode } from 'react';
import type { TypingUser } from '../core/typing/typists.js';

/** Properties of {@link TypingIndicator}. */
export interface TypingIndicatorProps {
  readonly users: readonly TypingUser[];
}

/** Tells who is writing; nothing while nobody is. */
export function TypingIndicator({ users }: TypingIndicatorProps): ReactNode {
  const [first, second] = users.map(({ name }) => name ?? 'Someone');
  return (
    <div className="typing-indicator" role="status">
      {users.length === 1 && `${first} is typing…`}
      {users.length === 2 && `${first} and ${second === 'Someone' ? 'someone' : second} are typing…`}
      {users.length > 2 && `${users.length} people are typing…`}
    </div>
  );
}
