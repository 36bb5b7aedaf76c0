import { refusalIn } from '../../auth/backend.js';
import type { Provider, ProviderContext, ProviderFactory } from '../provider.js';

/** Asks the log of events again and again. It cannot send, and knows no members. */
export class PollingProvider implements Provider {
  readonly name = 'polling';
  readonly socketId = null;
  readonly #context: ProviderContext;
  readonly #channels = new Set<string>();
  /** Those of which the log has told, since the connection was last up. */
  readonly #heard = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #isDown = false;

  constructor(context: ProviderContext) {
    this.#context = context;
  }

  connect(): void {
    this.#isOpen = true;
    this.#context.sink.state('connecting');
    void this.#round();
  }

  disconnect(): void {
    this.#isOpen = false;
    clearTimeout(this.#timer);
  }

  subscribe(channel: string): void {
    this.#channels.add(channel);
    if (this.#timer !== undefined) {
      this.#again(0);
    }
  }

  unsubscribe(channel: string): void {
    this.#channels.delete(channel);
    this.#heard.delete(channel);
  }

  trigger(): boolean {
    return false;
  }

  async #round(): Promise<void> {
    const { sink, config } = this.#context;
    this.#timer = undefined;
    try {
      await Promise.all([...this.#channels].map((channel) => this.#ask(channel)));
      this.#told(() => sink.state('connected'));
      this.#isDown = false;
    } catch (error) {
      this.#told(() => sink.state(this.#isDown ? 'unavailable' : 'connecting', error as Error));
      this.#isDown = true;
      this.#heard.clear();
    }
    this.#told(() => this.#again(config.pollInterval ?? 5000));
  }

  #again(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#round(), wait);
  }

  async #ask(channel: string): Promise<void> {
    const { sink, log, position, begin } = this.#context;
    try {
      const after = position(channel);
      const missed = after === null ? null : await log.since(channel, after);
      await (missed ?? begin(channel));
      this.#told(() => {
        if (!this.#heard.has(channel)) {
          this.#heard.add(channel);
          sink.subscribed(channel);
        }
        if (missed?.complete === false) {
          sink.lost(channel);
        }
        missed?.events.forEach(({ event, data, seq }) => sink.event({ channel, event, data, seq }));
      });
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === null) {
        throw error;
      }
      this.#channels.delete(channel);
      this.#told(() => sink.refused(channel, refusal));
    }
  }

  #told(tell: () => void): void {
    if (this.#isOpen) {
      tell();
    }
  }
}

export const createPollingProvider: ProviderFactory = (context) => new PollingProvider(context);
