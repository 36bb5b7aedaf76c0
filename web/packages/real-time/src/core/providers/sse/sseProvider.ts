import { refusalIn } from '../../auth/backend.js';
import type { LoggedEvent } from '../../recovery/source.js';
import type { Provider, ProviderContext, ProviderFactory } from '../provider.js';
import { backoff } from '../websocket/backoff.js';
import { Heartbeat } from '../websocket/heartbeat.js';
import { eventStream } from './eventStream.js';

const SILENCE_MS = 45_000;

/** Reads one stream of server-sent events for all channels. It cannot send, and knows no members. */
export class SseProvider implements Provider {
  readonly name = 'sse';
  readonly socketId = null;
  readonly #context: ProviderContext;
  readonly #channels = new Set<string>();
  readonly #heartbeat: Heartbeat;
  #request: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #attempt = 0;
  #wasConnected = false;

  constructor(context: ProviderContext) {
    this.#context = context;
    const giveUp = (): void => this.#ended(new Error('The stream fell silent'));
    this.#heartbeat = new Heartbeat(() => {}, giveUp, 0);
  }

  connect(): void {
    this.#isOpen = true;
    this.#context.sink.state('connecting');
    this.#again(0);
  }

  disconnect(): void {
    this.#isOpen = false;
    this.#stop();
  }

  subscribe(channel: string): void {
    this.#channels.add(channel);
    this.#again(0);
  }

  unsubscribe(channel: string): void {
    this.#channels.delete(channel);
    this.#again(0);
  }

  trigger(): boolean {
    return false;
  }

  /** Many changes of the channels make one new stream. */
  #again(wait: number): void {
    if (this.#isOpen) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#read(), wait);
    }
  }

  async #read(): Promise<void> {
    this.#stop();
    const { sink, config, authorizer } = this.#context;
    const channels = [...this.#channels];
    if (channels.length === 0) {
      sink.state('connected'); // nothing to hear is no reason to complain
      return;
    }
    const request = new AbortController();
    this.#request = request;
    const cursor = channels.flatMap((name) =>
      this.#context.position(name) === null ? [] : `${name}:${this.#context.position(name)}`,
    );
    const path = `${config.endpoints?.sse ?? '/api/realtime/sse'}?channels=${channels.map(encodeURIComponent).join(',')}`;
    try {
      const response = await authorizer.backend.send(path, {
        signal: request.signal,
        headers: { Accept: 'text/event-stream', ...(cursor.length > 0 && { 'Last-Event-ID': cursor.join(',') }) },
      });
      this.#attempt = 0;
      this.#wasConnected = true;
      this.#heartbeat.start(SILENCE_MS);
      sink.state('connected');
      channels.forEach((name) => sink.subscribed(name));
      await this.#consume(response, request.signal);
      throw new Error('The stream ended');
    } catch (error) {
      if (this.#request === request) {
        await this.#sortOut(channels, error);
        this.#ended(error as Error);
      }
    }
  }

  /** One channel that is refused spoils the stream for all: finds out which, and does without. */
  async #sortOut(channels: readonly string[], error: unknown): Promise<void> {
    const { log, sink } = this.#context;
    if (refusalIn(error) !== null) {
      const ask = (name: string): Promise<unknown> =>
        log.since(name, null).catch((reason: unknown) => {
          const refusal = refusalIn(reason);
          if (refusal !== null && this.#channels.delete(name)) {
            sink.refused(name, refusal);
          }
        });
      await Promise.all(channels.map(ask));
    }
  }

  async #consume(response: Response, signal: AbortSignal): Promise<void> {
    const take = eventStream(
      (data) => {
        const { channel, event, data: content, seq } = JSON.parse(data) as LoggedEvent;
        if (!signal.aborted && this.#channels.has(channel)) {
          this.#context.sink.event({ channel, event, data: content, seq });
        }
      },
      () => this.#heartbeat.heard(),
    );
    const text = new TextDecoder();
    const reader = response.body?.getReader();
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      take(text.decode(piece.value, { stream: true }));
    }
  }

  #ended(error: Error): void {
    this.#stop();
    this.#context.sink.state(this.#attempt > 0 ? 'unavailable' : this.#wasConnected ? 'reconnecting' : 'connecting', error);
    this.#again(backoff(this.#attempt++));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#heartbeat.stop();
    const request = this.#request;
    this.#request = null;
    request?.abort();
  }
}

export const createSseProvider: ProviderFactory = (context) => new SseProvider(context);
