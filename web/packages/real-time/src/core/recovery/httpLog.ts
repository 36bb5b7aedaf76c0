import { BackendError, type Backend } from '../auth/backend.js';
import type { MissedEvents, RecoverySource } from './source.js';

const UNKNOWN: MissedEvents = { events: [], complete: false };

/** The log of events that the back end keeps. One that has none is asked once. */
export class HttpLog implements RecoverySource {
  readonly #backend: Backend;
  #absent = false;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async since(channel: string, after: number | null): Promise<MissedEvents> {
    if (this.#absent) {
      return UNKNOWN;
    }
    const path = this.#backend.config().endpoints?.events ?? '/api/realtime/events';
    const position = after === null ? '' : `&after=${after}`;
    try {
      return (await this.#backend.json(`${path}?channel=${encodeURIComponent(channel)}${position}`)) as MissedEvents;
    } catch (error) {
      this.#absent = error instanceof BackendError && error.status === 404;
      throw error;
    }
  }
}
