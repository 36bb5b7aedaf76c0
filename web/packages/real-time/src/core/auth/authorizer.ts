import type { ResolvedConfig } from '../config/resolve.js';
import { BackendError, SubscriptionError, type Backend } from './backend.js';

/** What the authorization endpoint grants. */
export interface ChannelGrant {
  readonly auth: string;
  readonly channel_data?: string;
  readonly shared_secret?: string;
}

/** What the endpoint for users grants. */
export interface UserGrant {
  readonly auth: string;
  readonly user_data: string;
}

/** Asks the back end whether the user may. */
export class Authorizer {
  constructor(
    readonly backend: Backend,
    readonly config: ResolvedConfig,
  ) {}

  /** @throws SubscriptionError if the user may not, or nobody could say */
  channel(socketId: string, channel: string): Promise<ChannelGrant> {
    return this.#ask<ChannelGrant>(this.config.authEndpoint, { socket_id: socketId, channel_name: channel });
  }

  /** @throws SubscriptionError if there is no such user, or nobody could say */
  user(socketId: string): Promise<UserGrant> {
    return this.#ask<UserGrant>(this.config.userAuthEndpoint, { socket_id: socketId });
  }

  async #ask<T extends { auth: string }>(endpoint: string, fields: Record<string, string>): Promise<T> {
    let status = 200;
    try {
      const grant = (await this.backend.json(endpoint, { method: 'POST', body: new URLSearchParams(fields) })) as T;
      if (typeof grant.auth === 'string') {
        return grant;
      }
    } catch (error) {
      if (error instanceof BackendError) {
        status = error.status;
      }
    }
    throw new SubscriptionError(`${endpoint} answered ${status}, expected 200 and JSON with auth`, status, 'AuthError');
  }
}

/** Whether a channel's name says that it needs a grant. */
export function needsGrant(channel: string): boolean {
  return /^(private|presence)-/.test(channel);
}
