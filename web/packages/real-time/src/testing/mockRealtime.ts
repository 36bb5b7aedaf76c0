import { createElement, type ReactElement, type ReactNode } from 'react';
import type { EventData, EventName } from '../core/channels/types.js';
import { RealtimeClient } from '../core/client/realtimeClient.js';
import { RealTimeProvider } from '../client/RealTimeProvider.js';
import type { RealTimeConfig } from '../core/config/config.js';
import type { ConnectionState } from '../core/connection/state.js';
import { memberOf, type MemberFields } from '../core/presence/member.js';
import { registerProvider } from '../core/providers/registry.js';
import type { QueryClientLike } from '../client/context.js';
import { MockBackend } from './mockBackend.js';
import { MockProvider, MockServer, type Triggered } from './mockProvider.js';

/** What a mock begins with. */
export interface MockOptions {
  /** Who the user is. Default `me`; null for nobody. */
  readonly userId?: string | null;
  /** Further settings of the client. */
  readonly config?: RealTimeConfig;
  /** For `useRealtimeQueries`. */
  readonly queryClient?: QueryClientLike;
}

/** How an event is told. */
export interface EmitOptions {
  /** Who has sent it, for client events on presence channels. */
  readonly userId?: string;
  /** Whether the back end keeps it, so that who missed it can ask. Default: all but client events and typing. */
  readonly logged?: boolean;
}

/** A server and a back end in memory, and a client of theirs. What is told arrives before the call returns. */
export interface MockRealtime {
  readonly client: RealtimeClient;
  /** Where to say what the back end answers, and to see what it was asked. */
  readonly backend: MockBackend;
  /** Gives the client to the hooks below it, for `render(…, { wrapper: mock.wrapper })`. */
  readonly wrapper: (props: { readonly children?: ReactNode }) => ReactElement;
  /** What the client has sent over its connection. */
  readonly triggered: readonly Triggered[];
  /** The names of the channels subscribed now. */
  readonly channels: readonly string[];
  /** The names of all channels that were subscribed, once for each time. */
  readonly subscriptions: readonly string[];
  /** How many connections were made so far. */
  readonly connections: number;
  /** Tells an event. While there is no connection it is only kept, and missed. */
  emit<const Name extends string, Event extends EventName<Name>>(
    channel: Name,
    event: Event,
    data: Wire<EventData<Name, Event>>,
    options?: EmitOptions,
  ): void;
  join(channel: string, id: string, info?: MemberFields): void;
  leave(channel: string, id: string): void;
  /** From now on a channel is refused, with an HTTP status. */
  refuse(channel: string, status: number): void;
  /** The connection breaks, and cannot be made again before `reconnect`. */
  disconnect(state?: ConnectionState): void;
  reconnect(): void;
}

/** What is on the wire: texts where the types have dates. */
export type Wire<Data> = Data extends Date
  ? string | Date
  : Data extends object
    ? { [Field in keyof Data]: Wire<Data[Field]> }
    : Data;

let mocks = 0;

/** Makes a mock, for tests of components and hooks. It connects when it is used. */
export function createMockRealtime({ userId = 'me', config, queryClient }: MockOptions = {}): MockRealtime {
  const backend = new MockBackend();
  const server = new MockServer();
  server.myId = userId;
  const provider = `mock-${++mocks}`;
  registerProvider(provider, (context) => new MockProvider(server, context));
  const endpoints = { config: false as const, ...config?.endpoints };
  const client = new RealtimeClient({
    fetch: backend.fetch,
    pusherKey: 'mock',
    userId: userId ?? undefined,
    ...config,
    endpoints,
    provider,
  });
  return {
    client,
    backend,
    wrapper: ({ children }) => createElement(RealTimeProvider, { client, queryClient, children }),
    triggered: server.triggered,
    subscriptions: server.subscriptions,
    get channels() {
      return [...(server.provider?.channels ?? [])];
    },
    get connections() {
      return server.connections;
    },
    emit(channel, event, data, options = {}) {
      const onWire = JSON.parse(JSON.stringify(data)) as unknown;
      if (options.logged ?? !/^(client-|typing)/.test(event)) {
        backend.append(channel, event, onWire);
      }
      server.provider?.event({ channel, event, data: onWire, userId: options.userId });
    },
    join(channel, id, info = {}) {
      const member = memberOf(id, info);
      const members = server.members.get(channel) ?? new Map<string, typeof member>();
      server.members.set(channel, members.set(id, member));
      server.provider?.joined(channel, member);
    },
    leave(channel, id) {
      server.members.get(channel)?.delete(id);
      server.provider?.left(channel, id);
    },
    refuse(channel, status) {
      server.refusals.set(channel, status);
    },
    disconnect(state = 'reconnecting') {
      server.isUp = false;
      server.provider?.state(state);
    },
    reconnect() {
      server.isUp = true;
      server.provider?.open();
    },
  };
}
