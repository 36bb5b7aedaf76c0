import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import type { RealtimeChannel } from '../core/channels/types.js';
import { useClient } from './context.js';
import { viewOf } from './useChannel.js';

/** Subscribes several channels. The object is another one whenever one of them has changed. */
export function useChannels<const Name extends string>(names: readonly Name[]): Readonly<Record<Name, RealtimeChannel<Name>>> {
  const client = useClient();
  const key = [...new Set(names)].join(' '); // no channel has a space in its name
  const version = useRef(0);
  const views = useMemo(
    () => key.split(' ').flatMap((name) => (name === '' ? [] : [[name, viewOf(client, name)] as const])),
    [client, key],
  );
  const subscribe = useCallback(
    (onChange: () => void) => {
      const changed = (): void => {
        version.current += 1;
        onChange();
      };
      const ends = views.map(([, view]) => view.changes.add(changed));
      return () => ends.forEach((end) => end());
    },
    [views],
  );
  const current = useSyncExternalStore(
    subscribe,
    () => version.current,
    () => 0,
  );
  return useMemo(
    () => Object.fromEntries(views) as unknown as Record<Name, RealtimeChannel<Name>>,
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what the views say has changed
    [views, current],
  );
}
