import type { ReactNode } from 'react';
import { Button } from './Button';
import { ErrorState } from './states';

interface PagedQuery {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

interface PagedListProps<Page, Entry> {
  readonly query: PagedQuery & {
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly data: { readonly pages: readonly Page[] } | undefined;
    readonly refetch: () => Promise<unknown>;
  };
  readonly entriesOf: (page: Page) => readonly Entry[];
  readonly className?: string;
  readonly isQuiet?: boolean;
  readonly loading: ReactNode;
  readonly empty: ReactNode;
  readonly children: (entry: Entry) => ReactNode;
}

/** A list that comes page by page, and what stands for it while it loads, where it failed, and where it is empty. */
export function PagedList<Page, Entry extends { readonly id: string }>({
  query,
  entriesOf,
  className,
  isQuiet,
  loading,
  empty,
  children,
}: PagedListProps<Page, Entry>) {
  if (query.isPending) {
    return loading;
  }
  if (!query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const entries = query.data.pages.flatMap(entriesOf);
  if (entries.length === 0) {
    return empty;
  }
  return (
    <>
      <ul className={className}>
        {entries.map((entry) => (
          <li key={entry.id}>{children(entry)}</li>
        ))}
      </ul>
      <NextPage query={query} isQuiet={isQuiet ?? false}>
        Show more
      </NextPage>
    </>
  );
}

/** Asks for what follows, if there is something. */
export function NextPage({
  query,
  isQuiet,
  children,
}: {
  readonly query: PagedQuery;
  readonly isQuiet: boolean;
  readonly children: string;
}) {
  return query.hasNextPage ? (
    <Button
      look={isQuiet ? 'quiet' : 'secondary'}
      isWide={isQuiet}
      onPress={() => void query.fetchNextPage()}
      isPending={query.isFetchingNextPage}
    >
      {query.isFetchNextPageError ? 'That did not work. Try again' : children}
    </Button>
  ) : null;
}
