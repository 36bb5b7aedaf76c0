import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem';
import { Loaded, type LoadedQuery } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { NotFound } from './NotFound';

interface PageOfProps<Data> {
  readonly query: LoadedQuery<Data>;
  /** In the middle of a sentence: "order". */
  readonly what: string;
  /** Until the page says itself what it is called. */
  readonly title: string;
  readonly isNarrow?: boolean;
  readonly children: (data: Data) => ReactNode;
}

/** The page of one thing. Who may see it no longer does not go on looking at what they had. */
export function PageOf<Data>({ query, what, title, isNarrow, children }: PageOfProps<Data>) {
  if (query.error instanceof ApiProblem && query.error.status === 404) {
    return <NotFound what={what} />;
  }
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  return (
    <Page title={title} isTitleHidden isNarrow={isNarrow}>
      <Loaded query={query} label={`Loading the ${what}`} lines={8}>
        {children}
      </Loaded>
    </Page>
  );
}
