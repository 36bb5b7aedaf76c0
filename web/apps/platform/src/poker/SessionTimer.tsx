import { Clock } from 'lucide-react';
import { useEffect } from 'react';
import { useServerNow } from '../realtime';
import { countdown } from '../ui/countdown';
import { announce } from '../ui/toasts';

/** Reminds, and ends nothing by itself. */
export function SessionTimer({ endsAt }: { readonly endsAt: string }) {
  const rest = countdown(Date.parse(endsAt), useServerNow());
  const isOver = rest.pace === 'over';
  useEffect(() => {
    if (isOver) {
      announce('Time is up.');
    }
  }, [isOver]);
  return (
    <span className="poker-timer tabular" data-pace={rest.pace} role="timer" aria-live="off">
      <Clock aria-hidden />
      <span aria-hidden>{isOver ? 'Time is up' : rest.text}</span>
      <span className="visually-hidden">{isOver ? 'Time is up' : `Time left: ${rest.spoken}`}</span>
    </span>
  );
}
