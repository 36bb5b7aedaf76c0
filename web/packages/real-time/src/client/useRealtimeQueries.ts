import { useContext, useEffect } from 'react';
import type { EventData, EventName } from '../core/channels/types.js';
import { Context, type QueryClientLike } from './context.js';
import { useView } from './useChannel.js';
import { useLatest } from './useLatest.js';

/** The key of a query, as the query client knows it. */
export type QueryKey = readonly unknown[];

/** Which queries an event makes out of date. */
export type QueryMap<Name extends string> = {
  readonly [Event in EventName<Name>]?: (data: EventData<Name, Event>) => readonly QueryKey[];
};

const QUIET_MS = 50;

/**
 * Invalidates queries on events, those of a burst once. After a reconnect that left gaps all queries are invalidated.
 *
 * @param queries may be another object each time
 * @param queryClient default: the one of the provider
 */
export function useRealtimeQueries<const Name extends string>(
  channel: Name | null | undefined,
  queries: QueryMap<Name>,
  queryClient?: QueryClientLike,
): void {
  const context = useContext(Context);
  const view = useView(channel);
  const latest = useLatest({ queries, client: queryClient ?? context?.queryClient });
  useEffect(() => {
    const keys = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      timer = undefined;
      keys.forEach((queryKey) => void latest.current.client?.invalidateQueries({ queryKey }));
      keys.clear();
    };
    const off = view.bindAll((event, data) => {
      const { queries: known, client } = latest.current;
      const keysOf = known[event as keyof typeof known] as ((data: unknown) => readonly QueryKey[]) | undefined;
      keysOf?.(data).forEach((key) => keys.set(JSON.stringify(key), key));
      if (keys.size > 0) {
        timer ??= setTimeout(flush, QUIET_MS);
      }
      if (event === 'realtime:recovered' && !(data as { recovered: boolean }).recovered) {
        void client?.invalidateQueries();
      }
    });
    return () => {
      off();
      clearTimeout(timer);
      flush();
    };
  }, [view, latest]);
}
