import { randomUUID } from 'node:crypto';
import type { Notification, NotificationType } from '../core/events.js';
import { settingsOf, type PusherServerConfig, type Settings } from './settings.js';
import { signature, signedPath } from './signing.js';

const MOST_PER_BATCH = 10;
const MOST_CHANNELS = 100;

/** An event by its own name. */
export interface RealtimeEvent {
  readonly type: string;
  readonly data: unknown;
}

/** An event of a batch; `name` and `event` are the same. */
export type BatchEvent = { readonly channel: string; readonly data: unknown } & (
  { readonly name: string; readonly event?: undefined } | { readonly event: string; readonly name?: undefined }
);

/** Who somebody is to the other members of a channel. */
export interface PresenceUser {
  readonly user_id: string;
  readonly user_info?: Readonly<Record<string, unknown>>;
}

/** A grant, to be answered as it is. */
export interface ChannelAuthorization {
  readonly auth: string;
  readonly channel_data?: string;
}

/** What is told of a message. */
export interface OutgoingMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly senderId: string;
  readonly content: string;
  readonly createdAt: Date | string;
}

/** What is told of a notification; the rest is made here. */
export interface OutgoingNotification {
  readonly userId: string;
  readonly title: string;
  readonly message: string;
  readonly type: NotificationType;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** How a browser gets there. Without the secret. */
export interface ClientConfig {
  readonly provider: 'pusher';
  readonly key: string;
  readonly cluster: string;
  readonly authEndpoint: string;
}

/** The server does not take an event. */
export class PublishError extends Error {
  override readonly name = 'PublishError';

  constructor(
    message: string,
    /** The HTTP status; 0 if there was no answer. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** What applications publish with, whoever carries it. */
export interface IRealtimeService {
  broadcast(channel: string, event: RealtimeEvent): Promise<void>;
  trigger(channel: string, eventName: string, data: unknown): Promise<void>;
  getClientConfig(): ClientConfig;
}

/** Publishes from a back end that runs on Node, and authorizes. It keeps nothing: what is to be read later is to be saved first. */
export class PusherServer implements IRealtimeService {
  readonly #settings: () => Settings;

  /** @param settings asked for when they are needed first */
  constructor(settings: () => Settings) {
    let known: Settings | undefined;
    this.#settings = () => (known ??= settings());
  }

  /** @param options `socketId` is left out. @throws PublishError */
  async trigger(
    channel: string | readonly string[],
    eventName: string,
    data: unknown,
    options: { readonly socketId?: string } = {},
  ): Promise<void> {
    const channels = typeof channel === 'string' ? [channel] : channel;
    if (channels.length > MOST_CHANNELS) {
      throw new RangeError(`${channels.length} channels, expected at most ${MOST_CHANNELS}`);
    }
    await this.#post('events', { name: eventName, channels, data: text(data), socket_id: options.socketId });
  }

  /** The same as `trigger`. */
  triggerEvent(channel: string | readonly string[], eventName: string, data: unknown): Promise<void> {
    return this.trigger(channel, eventName, data);
  }

  /** Any number of events, ten in each request, in their order. @throws PublishError and the rest is not sent */
  async triggerBatch(events: readonly BatchEvent[]): Promise<void> {
    for (let from = 0; from < events.length; from += MOST_PER_BATCH) {
      const batch = events
        .slice(from, from + MOST_PER_BATCH)
        .map(({ channel, name, event, data }) => ({ channel, name: name ?? event, data: text(data) }));
      await this.#post('batch_events', { batch });
    }
  }

  broadcast(channel: string, { type, data }: RealtimeEvent): Promise<void> {
    return this.trigger(channel, type, data);
  }

  broadcastToTenant(tenantId: string, eventName: string, data: unknown): Promise<void> {
    return this.trigger(`private-tenant-${tenantId}`, eventName, data);
  }

  /** Tells a user. @returns what was told */
  async sendNotification(notification: OutgoingNotification): Promise<Notification> {
    const told = { id: randomUUID(), ...notification, read: false, createdAt: new Date() };
    const channel = `private-user-${notification.userId}`;
    await this.triggerBatch(['notification', 'new-notification'].map((name) => ({ channel, name, data: told })));
    return told;
  }

  /** Tells the participants of a conversation, under both names and in both spellings. */
  async sendMessage({ id, conversationId, senderId, content, createdAt }: OutgoingMessage): Promise<void> {
    const channel = `private-conversation-${conversationId}`;
    await this.triggerBatch([
      { channel, name: 'message:new', data: { id, text: content, sentAt: createdAt, senderId, conversationId } },
      { channel, name: 'new-message', data: { id, conversationId, senderId, content, createdAt } },
    ]);
  }

  /** Grants a channel to a connection. Whether the user may is for the caller to know. */
  authorizeChannel(socketId: string, channel: string, user?: PresenceUser): ChannelAuthorization {
    if (!/^\d+\.\d+$/.test(socketId)) {
      throw new TypeError(`Socket id ${JSON.stringify(socketId)}, expected two numbers and a dot`);
    }
    const data = user && JSON.stringify(user);
    const auth = signature(this.#settings(), [socketId, channel, ...(data === undefined ? [] : [data])].join(':'));
    return data === undefined ? { auth } : { auth, channel_data: data };
  }

  getClientConfig(): ClientConfig {
    const { key, cluster } = this.#settings();
    return { provider: 'pusher', key, cluster, authEndpoint: '/api/pusher/auth' };
  }

  async #post(resource: string, content: object): Promise<void> {
    const settings = this.#settings();
    const body = JSON.stringify(content);
    const url = settings.origin + signedPath(settings, `/apps/${settings.appId}/${resource}`, body);
    let response: Response;
    try {
      response = await settings.fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    } catch (cause) {
      throw new PublishError(`${settings.origin} cannot be reached: ${String(cause)}`, 0);
    }
    if (!response.ok) {
      throw new PublishError(`${settings.origin} answered ${response.status}: ${await response.text()}`, response.status);
    }
  }
}

/** On the wire the data of an event are a text. */
function text(data: unknown): string {
  return typeof data === 'string' ? data : JSON.stringify(data ?? null);
}

/** Publishes with these settings. @throws Error that names what is missing */
export function createPusherServer(config: PusherServerConfig = {}): PusherServer {
  const settings = settingsOf(config);
  return new PusherServer(() => settings);
}
