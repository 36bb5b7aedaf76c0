import { Radio, RefreshCw, WifiOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type Connection, type Transport, useConnection } from '../realtime';
import { Button } from '../ui/Button';
import { announce } from '../ui/toasts';
import './connection-status.css';

const PATIENCE_MS = 1_500;
const GOOD_NEWS_MS = 4_000;

/** Always there: whether what is shown is live, and how it comes. */
export function ConnectionChip() {
  const { state, transport, provider } = useConnection();
  const text = state === 'live' ? transportNames[transport ?? 'websocket'] : stateNames[state];
  return (
    <span
      className="connection-chip"
      data-state={state}
      data-provider={provider}
      title={state === 'live' ? explained(transport ?? 'websocket', provider) : stateNames[state]}
    >
      <span className="connection-dot" aria-hidden />
      <span className="connection-chip-text">
        <span className="visually-hidden">Connection: </span>
        {text}
      </span>
    </span>
  );
}

const transportNames = { websocket: 'Live', sse: 'Live · SSE', polling: 'Polling' } as const;
const explanations = {
  websocket: 'Live over WebSocket',
  sse: 'Live over server-sent events, since no WebSocket gets through',
  polling: 'Asking every few seconds, since nothing else gets through',
} as const;

function explained(transport: Transport, provider: string): string {
  return provider === 'pusher' ? `${explanations[transport]}, with pusher-js` : explanations[transport];
}

const stateNames = { live: 'Live', connecting: 'Connecting…', reconnecting: 'Reconnecting…', offline: 'Offline' } as const;

/** Below the header while something is wrong, and for a moment when it is right again. */
export function ConnectionBanner() {
  const connection = useConnection();
  const phase = usePhase(connection.state);
  const isShown = phase !== 'live';
  useEffect(() => {
    document.documentElement.style.setProperty('--banner', isShown ? '44px' : '0px');
  }, [isShown]);
  if (phase === 'live') {
    return null;
  }
  if (phase === 'recovered') {
    return (
      <div className="connection-banner" data-phase="recovered">
        <Radio aria-hidden /> You are live again, and nothing was missed.
      </div>
    );
  }
  return (
    <div className="connection-banner" data-phase={phase}>
      {phase === 'offline' ? <WifiOff aria-hidden /> : <RefreshCw aria-hidden className="turning" />}
      <span>
        {phase === 'offline' ? 'You are offline. What you see may be old.' : 'Reconnecting… What you see may be a moment old.'}
      </span>
      <Button size="small" look="quiet" onPress={connection.reconnect}>
        Try now
      </Button>
    </div>
  );
}

type Phase = 'live' | 'reconnecting' | 'offline' | 'recovered';

/** Short breaks are not worth a word. */
function usePhase(state: Connection['state']): Phase {
  const [phase, setPhase] = useState<Phase>('live');
  const shown = useRef<Phase>('live');
  // Attempt follows attempt, and each has states of its own: all of them are one break.
  const next = state === 'live' || state === 'offline' ? state : 'reconnecting';
  useEffect(() => {
    const show = (next: Phase) => {
      shown.current = next;
      setPhase(next);
    };
    if (next !== 'live') {
      const timer = setTimeout(() => {
        show(next);
        announce(next === 'offline' ? 'You are offline.' : 'Reconnecting.');
      }, PATIENCE_MS);
      return () => clearTimeout(timer);
    }
    if (shown.current === 'live') {
      return undefined;
    }
    show('recovered');
    announce('You are live again.');
    const timer = setTimeout(() => show('live'), GOOD_NEWS_MS);
    return () => clearTimeout(timer);
  }, [next]);
  return phase;
}
