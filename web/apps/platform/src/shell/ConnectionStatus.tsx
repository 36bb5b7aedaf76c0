import { type LucideIcon, Radio, RefreshCw, WifiOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type Connection, type Transport, useConnection } from '../realtime';
import { Button } from '../ui/Button';
import { announce } from '../ui/toasts';
import { isLive, type Phase, phaseAfter } from './phase';
import './connection-status.css';

const PATIENCE_MS = 1_500;
const GOOD_NEWS_MS = 4_000;
const LONGEST_CATCHING_UP_MS = 12_000;

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
  const phase = usePhase(connection);
  if (phase === 'live') {
    return null;
  }
  const { text, icon: Icon, tone } = looks[phase];
  const isBack = isLive(phase);
  return (
    <div className="banner" data-tone={tone}>
      <Icon aria-hidden className={phase === 'reconnecting' || phase === 'catching-up' ? 'turning' : undefined} />
      <p>{text}</p>
      {!isBack && (
        <Button size="small" look="quiet" onPress={connection.reconnect}>
          Try now
        </Button>
      )}
    </div>
  );
}

interface Look {
  readonly text: string;
  readonly spoken: string;
  readonly icon: LucideIcon;
  readonly tone: 'brass' | 'danger' | 'good';
}

const looks: Readonly<Record<Exclude<Phase, 'live'>, Look>> = {
  offline: { text: 'You are offline. What you see may be old.', spoken: 'You are offline.', icon: WifiOff, tone: 'danger' },
  reconnecting: {
    text: 'Reconnecting… What you see may be a moment old.',
    spoken: 'Reconnecting.',
    icon: RefreshCw,
    tone: 'brass',
  },
  'catching-up': {
    text: 'You are live again. What you missed is being fetched…',
    spoken: 'You are live again.',
    icon: RefreshCw,
    tone: 'brass',
  },
  recovered: { text: 'You are live again, and nothing was missed.', spoken: 'Nothing was missed.', icon: Radio, tone: 'good' },
  gap: {
    text: 'You are live again. Not all that was told meanwhile is known, so pages were loaded anew.',
    spoken: 'Pages were loaded anew.',
    icon: Radio,
    tone: 'good',
  },
};

/** Short breaks are not worth a word. */
function usePhase({ state, hasAll }: Connection): Phase {
  const [phase, setPhase] = useState<Phase>('live');
  const shown = useRef<Phase>('live');
  const wasLive = useRef(false);
  const next = phaseAfter(state, hasAll);
  useEffect(() => {
    const show = (phase: Phase) => {
      shown.current = phase;
      setPhase(phase);
      if (phase !== 'live') {
        announce(looks[phase].spoken);
      }
    };
    if (!isLive(next)) {
      const timer = setTimeout(show, PATIENCE_MS, next);
      return () => clearTimeout(timer);
    }
    if (!wasLive.current) {
      // Nothing was missed by who has just come.
      wasLive.current = true;
      show('live');
    }
    if (shown.current === 'live') {
      return undefined;
    }
    show(next);
    const timer = setTimeout(show, next === 'catching-up' ? LONGEST_CATCHING_UP_MS : GOOD_NEWS_MS, 'live');
    return () => clearTimeout(timer);
  }, [next]);
  return phase;
}
