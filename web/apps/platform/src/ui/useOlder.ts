import { useState } from 'react';

/** What came before the first that is shown, and how the last try to get it went. */
export interface Older {
  readonly hasMore: boolean;
  readonly state: 'idle' | 'loading' | 'failed';
  readonly load: () => Promise<void>;
}

/** Loads what came before, one page at a time. */
export function useOlder<Page extends { readonly hasMore: boolean }>(
  known: Page | undefined,
  first: number | undefined,
  pageBefore: (first: number) => Promise<Page>,
  add: (page: Page) => void,
): Older {
  const [state, setState] = useState<Older['state']>('idle');
  async function load() {
    if (first === undefined || state === 'loading') {
      return;
    }
    setState('loading');
    try {
      add(await pageBefore(first));
      setState('idle');
    } catch {
      setState('failed');
    }
  }
  return { hasMore: known?.hasMore ?? false, state, load };
}
