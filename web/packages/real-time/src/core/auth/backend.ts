import type { RealTimeConfig } from '../config/config.js';

/** An answer of the back end that is not a success. */
export class BackendError extends Error {
  override readonly name: string = 'BackendError';

  constructor(
    message: string,
    /** The HTTP status; 0 if there was no answer. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** A subscription was refused, or could not be asked for. */
export class SubscriptionError extends BackendError {
  override readonly name = 'SubscriptionError';

  constructor(
    message: string,
    status: number,
    /** Such as `AuthError`. */
    readonly type: string,
  ) {
    super(message, status);
  }
}

/** What says that the user may not hear a channel; null if it is something else that went wrong. */
export function refusalIn(error: unknown): SubscriptionError | null {
  const isRefusal = error instanceof BackendError && (error.status === 401 || error.status === 403);
  return isRefusal ? new SubscriptionError(error.message, error.status, 'AuthError') : null;
}

/** The application's back end, as the signed-in user. */
export class Backend {
  /** @param config is asked for anew each time, so that it may change */
  constructor(readonly config: () => RealTimeConfig) {}

  /**
   * A request with fresh headers; after a 401 once again, with headers asked for anew.
   *
   * @throws BackendError for each answer that is not a success
   */
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    let response = await this.#once(path, init);
    if (response.status === 401) {
      await this.config().refreshAuth?.();
      response = await this.#once(path, init);
    }
    if (!response.ok) {
      throw new BackendError(`${path.split('?')[0] ?? ''} answered ${response.status}, expected 200`, response.status);
    }
    return response;
  }

  /** @returns the answer's JSON */
  async json(path: string, init?: RequestInit): Promise<unknown> {
    return (await this.send(path, init)).json();
  }

  /** Sends JSON. */
  post(path: string, body: unknown, method = 'POST'): Promise<Response> {
    return this.send(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  }

  async #once(path: string, init: RequestInit): Promise<Response> {
    const config = this.config();
    const headers = { ...(await config.headersProvider?.()), ...(init.headers as Record<string, string>) };
    const url = (config.baseUrl ?? '') + path;
    try {
      return await (config.fetch ?? fetch)(url, { credentials: config.credentials ?? 'same-origin', ...init, headers });
    } catch (error) {
      throw new BackendError(`${path} cannot be reached: ${String(error)}`, 0);
    }
  }
}
