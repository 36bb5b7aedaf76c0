import { useEffect, useMemo } from 'react';
import { UNSUBSCRIBED } from '../core/channels/channel.js';
import type { ChannelView } from '../core/channels/channelView.js';
import type { RealtimeChannel } from '../core/channels/types.js';
import { RealtimeClient } from '../core/client/realtimeClient.js';
import { useClient } from './context.js';
import { useStore } from './useStore.js';

/** How a hook subscribes. */
export interface SubscribeOptions {
  /** Default true; otherwise there is no subscription. */
  readonly enabled?: boolean | undefined;
}

const nowhere = new RealtimeClient();

/** A view of a channel; one that hears nothing where there is no connection. */
export function viewOf(client: RealtimeClient | null, name: string): ChannelView {
  return client === null ? nowhere.view('') : client.view(name);
}

/** A view that is open while the component is there; it does not render anew on changes. */
export function useView(name: string | null | undefined, { enabled = true }: SubscribeOptions = {}): ChannelView {
  const client = useClient();
  const wanted = enabled ? (name ?? '') : '';
  const view = useMemo(() => viewOf(client, wanted), [client, wanted]);
  useEffect(() => view.open(), [view]);
  return view;
}

/**
 * Subscribes a channel while the component is there. The object stays the same as long as the name does, whatever is rendered, so
 * it may stand among the dependencies of effects.
 *
 * @param name with nothing there is no subscription
 */
export function useChannel<const Name extends string>(
  name: Name | null | undefined,
  options?: SubscribeOptions,
): RealtimeChannel<Name> {
  const view = useView(name, options);
  useStore(view, UNSUBSCRIBED);
  return view as unknown as RealtimeChannel<Name>;
}
