import type { Provider, ProviderContext } from '../provider.js';

/** Asks the log of events again and again. It cannot send, and knows no members. */
export class PollingProvider implements Provider {
  readonly name = 'polling';
  readonly socketId = null;
  readonly #context: ProviderContext;
  readonly #channels = new Set<string>();
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
    this.#context.sink.subscribed(channel);
  }

  unsubscribe(channel: string): void {
    this.#channels.delete(channel);
  }

  trigger(): boolean {
    return false;
  }

  async #round(): Promise<void> {
    const { sink, config } = this.#context;
    try {
      await Promise.all([...this.#channels].map((channel) => this.#ask(channel)));
      this.#told(() => sink.state('connected'));
      this.#isDown = false;
    } catch (error) {
      this.#told(() => sink.state(this.#isDown ? 'unavailable' : 'connecting', error as Error));
      this.#isDown = true;
    }
    this.#told(() => {
      this.#timer = setTimeout(() => void this.#round(), config.pollInterval ?? 5000);
    });
  }

  async #ask(channel: string): Promise<void> {
    const { sink, log, position } = this.#context;
    const after = position(channel);
    if (after === null) {
      return; // where to begin is being asked for
    }
    const { events, complete } = await log.since(channel, after);
    this.#told(() => {
      if (!complete) {
        sink.lost(channel);
      }
      events.forEach(({ event, data, seq }) => sink.event({ channel, event, data, seq }));
    });
  }

  #told(tell: () => void): void {
    if (this.#isOpen) {
      tell();
    }
  }
}
