/** Notices that the other side is gone: after a silence it asks, and gives up when nothing comes. */
export class Heartbeat {
  readonly #ask: () => void;
  readonly #giveUp: () => void;
  readonly #pongTimeout: number;
  #silence = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param pongTimeout in milliseconds */
  constructor(ask: () => void, giveUp: () => void, pongTimeout: number) {
    this.#ask = ask;
    this.#giveUp = giveUp;
    this.#pongTimeout = pongTimeout;
  }

  /** @param silence in milliseconds, after which it asks */
  start(silence: number): void {
    this.#silence = silence;
    this.heard();
  }

  /** Something has come. */
  heard(): void {
    this.stop();
    if (this.#silence > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = setTimeout(this.#giveUp, this.#pongTimeout);
        this.#ask();
      }, this.#silence);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
