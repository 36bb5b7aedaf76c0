import { useMemo } from 'react';
import type { SubscriptionError } from '../core/auth/backend.js';
import { UNSUBSCRIBED } from '../core/channels/channel.js';
import type { RealtimeChannel } from '../core/channels/types.js';
import type { Member, MemberFields } from '../core/presence/member.js';
import { NOBODY } from '../core/presence/roster.js';
import { useClient } from './context.js';
import { useView, type SubscribeOptions } from './useChannel.js';
import { useStore } from './useStore.js';

/** Who is in a presence channel. */
export interface PresenceState<Info> {
  /** By their ids. While disconnected these are the last that were known. */
  readonly members: ReadonlyMap<string, Member<Info>>;
  /** How many persons; several pages of one count once. */
  readonly count: number;
  readonly myId: string | null;
  readonly me: Member<Info> | null;
  readonly isSubscribed: boolean;
  /** Whether the members may be others by now, because there is no connection that tells. */
  readonly isStale: boolean;
  readonly error: SubscriptionError | null;
}

function usePresenceView<Info, Name extends string>(name: Name | null | undefined, options: SubscribeOptions) {
  const client = useClient();
  const enabled = options.enabled !== false && client?.config.enablePresence !== false;
  const view = useView(name, { enabled });
  const { isSubscribed, error } = useStore(view, UNSUBSCRIBED);
  const { members, myId, isStale } = useStore(view.roster, NOBODY);
  const channel = view as unknown as RealtimeChannel<Name>;
  return { members: members as ReadonlyMap<string, Member<Info>>, myId, isSubscribed, isStale, error, channel };
}

/** Who is in a presence channel, as a Map, while the component is there. */
export function usePresence<Info = MemberFields>(
  name: string | null | undefined,
  options: SubscribeOptions = {},
): PresenceState<Info> {
  const { members, myId, isSubscribed, isStale, error } = usePresenceView<Info, string>(name, options);
  const me = myId === null ? null : (members.get(myId) ?? null);
  return { members, count: members.size, myId, me, isSubscribed, isStale, error };
}

/** Who is in a presence channel, as an array. */
export interface PresenceChannelState<Info, Name extends string = string> extends Omit<PresenceState<Info>, 'members'> {
  readonly members: readonly Member<Info>[];
  /** The same as `myId`. */
  readonly myID: string | null;
  readonly channel: RealtimeChannel<Name>;
}

/** Who is in a presence channel, as an array, while the component is there. */
export function usePresenceChannel<Info = MemberFields, const Name extends string = string>(
  name: Name | null | undefined,
  options: SubscribeOptions = {},
): PresenceChannelState<Info, Name> {
  const { members: all, myId, ...state } = usePresenceView<Info, Name>(name, options);
  const members = useMemo(() => [...all.values()], [all]);
  const me = myId === null ? null : (all.get(myId) ?? null);
  return { ...state, members, count: members.length, myId, myID: myId, me };
}
