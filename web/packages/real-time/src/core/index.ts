export { BackendError, SubscriptionError, type Backend } from './auth/backend.js';
export type { Authorizer, ChannelGrant, UserGrant } from './auth/authorizer.js';
export type {
  AnyEventHandler,
  ChannelNews,
  EventData,
  EventHandler,
  EventMeta,
  EventName,
  EventsOf,
  RealtimeChannel,
  SubscribedChannel,
} from './channels/types.js';
export { clientFor, getPusherClient } from './client/clients.js';
export { RealtimeClient } from './client/realtimeClient.js';
export type { ClockSnapshot, ServerClock } from './client/serverClock.js';
export type { Endpoints, HeadersProvider, ProviderName, PusherConstructor, RealTimeConfig } from './config/config.js';
export type { ResolvedConfig } from './config/resolve.js';
export type { ConnectionSnapshot, ConnectionState } from './connection/state.js';
export type { Member, MemberFields } from './presence/member.js';
export type { ChannelEvent, Presence, Provider, ProviderContext, ProviderFactory, ProviderSink } from './providers/provider.js';
export { registerProvider } from './providers/registry.js';
export type { LoggedEvent, MissedEvents, RecoverySource } from './recovery/source.js';
export type * from './events.js';
