import { Authorizer } from '../auth/authorizer.js';
import type { Backend } from '../auth/backend.js';
import type { Channel } from '../channels/channel.js';
import type { Channels } from '../channels/channels.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { ConnectionState } from '../connection/state.js';
import type { Provider, ProviderFactory, ProviderSink } from '../providers/provider.js';
import { loadProviders } from '../providers/registry.js';
import { backoff } from '../providers/websocket/backoff.js';
import type { RecoverySource } from '../recovery/source.js';
import { completed, providersOf } from './completed.js';

/** What a session tells of the connection as a whole. */
export interface SessionUser {
  /** @param recovered undefined if nothing has changed about that */
  state(state: ConnectionState, transport: string, error?: Error): void;
  /** Whether all channels have got what they missed; null while they are asking. */
  recovered(recovered: boolean | null): void;
  signedIn(userId: string): void;
}

/** From the settings to a provider, and from the provider to the channels, until it is closed. */
export class Session {
  readonly #user: SessionUser;
  readonly #backend: Backend;
  readonly #channels: Channels;
  readonly #log: RecoverySource;
  #provider: Provider | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  /** Which provider carried events last. */
  #transport = '';
  #recovering = 0;
  #hasAll = true;

  constructor(user: SessionUser, backend: Backend, channels: Channels, log: RecoverySource) {
    this.#user = user;
    this.#backend = backend;
    this.#channels = channels;
    this.#log = log;
  }

  get provider(): Provider | null {
    return this.#provider;
  }

  open(attempt = 0): void {
    this.#state('connecting');
    completed(this.#backend).then(
      (config) =>
        loadProviders(providersOf(config))
          .then((create) => this.#isClosed || this.#connect(config, create))
          .catch((error: Error) => this.#isClosed || this.#state('failed', error)),
      (error: Error) => {
        if (!this.#isClosed) {
          this.#state('unavailable', error);
          this.#timer = setTimeout(() => this.open(attempt + 1), backoff(attempt));
        }
      },
    );
  }

  /** For good. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#provider?.disconnect();
    this.#channels.forEach((channel) => channel.interrupted());
  }

  #connect(config: ResolvedConfig, create: ProviderFactory): void {
    const context = {
      config,
      sink: this.#sink(),
      authorizer: new Authorizer(this.#backend, config),
      log: this.#log,
      position: (name: string) => this.#channels.get(name)?.positions.known ?? null,
      begin: async (name: string) => this.#channels.get(name)?.positions.begin(),
    };
    const provider = create(context);
    this.#provider = provider;
    provider.connect();
    this.#channels.names().forEach((name) => provider.subscribe(name));
  }

  #sink(): ProviderSink {
    const on = (name: string, act: (channel: Channel) => void): void => {
      const channel = this.#isClosed ? undefined : this.#channels.get(name);
      if (channel !== undefined) {
        act(channel);
      }
    };
    return {
      state: (state, error) => this.#isClosed || this.#state(state, error),
      subscribed: (name, presence) => on(name, (channel) => void this.#recovers(channel.subscribed(presence))),
      refused: (name, error) => on(name, (channel) => channel.refused(error)),
      event: (event) => on(event.channel, (channel) => channel.event(event)),
      joined: (name, member) => on(name, (channel) => channel.joined(member)),
      left: (name, id) => on(name, (channel) => channel.left(id)),
      lost: (name) => on(name, (channel) => channel.lost()),
      signedIn: (userId) => this.#isClosed || this.#user.signedIn(userId),
    };
  }

  #state(state: ConnectionState, error?: Error): void {
    const transport = this.#provider?.name ?? 'none';
    if (state !== 'connected' || transport !== this.#transport) {
      this.#channels.forEach((channel) => channel.interrupted());
    }
    this.#transport = transport;
    this.#user.state(state, transport, error);
  }

  /** Several channels at once make one answer. */
  async #recovers(recovering: Promise<boolean> | null): Promise<void> {
    if (recovering === null) {
      return;
    }
    if (this.#recovering++ === 0) {
      this.#hasAll = true;
      this.#user.recovered(null);
    }
    const hasAll = await recovering;
    this.#hasAll &&= hasAll;
    if (--this.#recovering === 0 && !this.#isClosed) {
      this.#user.recovered(this.#hasAll);
    }
  }
}
