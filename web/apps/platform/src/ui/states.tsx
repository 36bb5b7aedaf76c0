import type { ReactNode } from 'react';
import { CircleAlert, type LucideIcon } from 'lucide-react';
import { explain } from '../api/problem';
import { Button } from './Button';
import './states.css';

export function Badge({
  children,
  tone = 'plain',
}: {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'good' | 'brass' | 'danger';
}) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

/** A number on an icon; nothing at nought. */
export function Count({ value, label }: { readonly value: number; readonly label: string }) {
  return value > 0 ? (
    <span className="count">
      <span aria-hidden>{value > 99 ? '99+' : value}</span>
      <span className="visually-hidden">{`, ${value} ${label}`}</span>
    </span>
  ) : null;
}

export function Skeleton({ lines = 3, label = 'Loading' }: { readonly lines?: number; readonly label?: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="skeleton-line" />
      ))}
    </div>
  );
}

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Icon aria-hidden />
      <h2>{title}</h2>
      {children && <p className="soft">{children}</p>}
      {action}
    </div>
  );
}

export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return (
    <div className="empty-state" role="alert">
      <CircleAlert aria-hidden />
      <h2>That did not work</h2>
      <p className="soft">{explain(error)}</p>
      <Button onPress={onRetry}>Try again</Button>
    </div>
  );
}

/** Beside what has failed, where that can be done again. */
export function Failure({ children }: { readonly children: ReactNode }) {
  return (
    <p className="failure" role="alert">
      <CircleAlert aria-hidden />
      <span>{children}</span>
    </p>
  );
}
