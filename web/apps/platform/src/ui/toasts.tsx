import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { Button, IconButton } from './Button';
import { Store, useStore } from './store';
import './toasts.css';

export interface Toast {
  readonly text: string;
  readonly tone?: 'plain' | 'danger' | 'brass';
  /** Where to read more. */
  readonly to?: string;
  readonly action?: { readonly text: string; readonly run: () => void };
  /** Until it is dismissed. */
  readonly isLasting?: boolean;
}

interface ShownToast extends Toast {
  readonly id: number;
}

const LIFE_MS = 7_000;
const MOST = 3;

const toasts = new Store<readonly ShownToast[]>([]);
const spoken = new Store('');
let lastId = 0;

/** Shows something for a while, and has it read out. */
export function toast(shown: Toast): void {
  const id = ++lastId;
  toasts.update((now) => bounded([...now, { ...shown, id }]));
  if (!shown.isLasting) {
    setTimeout(() => dismiss(id), LIFE_MS);
  }
}

/** As many as have room; of too many the oldest goes that would go by itself. */
export function bounded<T extends Toast>(all: readonly T[]): readonly T[] {
  const gone = all.length > MOST ? (all.find(({ isLasting }) => !isLasting) ?? all[0]) : undefined;
  return all.filter((one) => one !== gone);
}

/** Has something read out that the page shows already. */
export function announce(text: string): void {
  // The same words again are read again only if they differ.
  spoken.update((before) => (before === text ? `${text}\u00a0` : text));
}

function dismiss(id: number): void {
  toasts.update((now) => now.filter((shown) => shown.id !== id));
}

export function Announcements() {
  const text = useStore(spoken);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}

export function Toasts() {
  const shown = useStore(toasts);
  useEffect(() => () => toasts.set([]), []); // they are for who is signed in
  return (
    <div className="toasts" role="region" aria-label="Messages" aria-live="polite">
      {shown.map(({ id, text, tone = 'plain', to, action }) => (
        <div key={id} className={`toast toast-${tone}`}>
          {to ? (
            <Link to={to} onClick={() => dismiss(id)}>
              {text}
            </Link>
          ) : (
            <span>{text}</span>
          )}
          {action && (
            <Button look="quiet" size="small" onPress={action.run}>
              {action.text}
            </Button>
          )}
          <IconButton label="Dismiss" onPress={() => dismiss(id)}>
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
