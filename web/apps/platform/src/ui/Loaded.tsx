import type { ReactNode } from 'react';
import { ErrorState, Skeleton } from './states';

/** As much as is to be known of a query. */
export interface LoadedQuery<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

interface LoadedProps<Data> {
  readonly query: LoadedQuery<Data>;
  readonly label: string;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What is asked for, and what stands for it until it is there. */
export function Loaded<Data>({ query, label, lines = 4, children }: LoadedProps<Data>) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  return query.error ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <Skeleton lines={lines} label={label} />
  );
}
