import { useEffect } from 'react';
import type { EventData, EventHandler, EventMeta, EventName, RealtimeChannel } from '../core/channels/types.js';
import { useView } from './useChannel.js';
import { useLatest } from './useLatest.js';

/**
 * Hears an event, or several, of a channel while the component is there.
 *
 * @param channel its name, or what `useChannel` gives; with nothing nothing is heard
 * @param handler may be another one each time; the last is called
 */
export function useEvent<const Name extends string, const Event extends EventName<Name>>(
  channel: Name | RealtimeChannel<Name> | null | undefined,
  event: Event | readonly Event[],
  handler: EventHandler<EventData<Name, Event>>,
): void {
  const name = typeof channel === 'string' ? channel : null;
  const own = useView(name);
  const view = typeof channel === 'object' && channel !== null ? (channel as unknown as typeof own) : own;
  const latest = useLatest(handler as (data: unknown, meta: EventMeta) => void);
  const key = typeof event === 'string' ? event : [...event].sort().join(' ');
  useEffect(() => {
    const ends = key.split(' ').map((one) => view.bind(one, (data, meta) => latest.current(data, meta)));
    return () => ends.forEach((end) => end());
  }, [view, key, latest]);
}
