import type { ReactNode } from 'react';
import { ErrorState, Skeleton } from '../ui/states';

interface LoadedProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly isError: boolean;
    readonly error: unknown;
    readonly refetch: () => Promise<unknown>;
  };
  readonly label: string;
  readonly children: (data: Data) => ReactNode;
}

/** What is asked for, and what stands for it until it is there. */
export function Loaded<Data>({ query, label, children }: LoadedProps<Data>) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  return query.isError ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <Skeleton lines={4} label={label} />
  );
}
