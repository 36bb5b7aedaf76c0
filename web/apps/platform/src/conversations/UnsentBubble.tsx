import { Button } from '../ui/Button';
import type { Unsent } from './outbox';

interface UnsentBubbleProps {
  readonly unsent: Unsent;
  readonly onRetry: (clientId: string) => void;
  readonly onDiscard: (clientId: string) => void;
}

export function UnsentBubble({ unsent, onRetry, onDiscard }: UnsentBubbleProps) {
  const { clientId, text, state, reason } = unsent;
  return (
    <li className="message" data-mine data-state={state}>
      <span className="visually-hidden">You:</span>
      <p className="bubble">{text}</p>
      {state === 'sending' ? (
        <span className="message-meta small soft">Sending…</span>
      ) : (
        <span className="message-meta small" role="alert">
          <span className="message-failure">{reason}</span>
          <Button look="quiet" size="small" onPress={() => onRetry(clientId)}>
            Try again
          </Button>
          <Button look="quiet" size="small" onPress={() => onDiscard(clientId)}>
            Discard
          </Button>
        </span>
      )}
    </li>
  );
}
