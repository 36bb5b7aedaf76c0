import { PusherServer, type IRealtimeService } from './pusherServer.js';
import { settingsOf } from './settings.js';

export {
  createPusherServer,
  PublishError,
  PusherServer,
  type BatchEvent,
  type ChannelAuthorization,
  type ClientConfig,
  type IRealtimeService,
  type OutgoingMessage,
  type OutgoingNotification,
  type PresenceUser,
  type RealtimeEvent,
} from './pusherServer.js';
export type { PusherServerConfig } from './settings.js';

/** The one with the settings of the environment, which is read when it is needed first. */
export const pusherServer: PusherServer = /* @__PURE__ */ new PusherServer(() => settingsOf({}));

/** The same as `pusherServer`. */
export function getRealtimeService(): IRealtimeService {
  return pusherServer;
}

/** Publishes with `pusherServer`. @throws PublishError */
export function triggerEvent(channel: string | readonly string[], eventName: string, data: unknown): Promise<void> {
  return pusherServer.trigger(channel, eventName, data);
}

/** Tells all members of a tenant with `pusherServer`. @throws PublishError */
export function broadcastToTenant(tenantId: string, eventName: string, data: unknown): Promise<void> {
  return pusherServer.broadcastToTenant(tenantId, eventName, data);
}
