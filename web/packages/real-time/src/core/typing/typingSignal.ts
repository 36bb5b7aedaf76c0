const AT_MOST_EVERY_MS = 2500;
const STOPS_AFTER_MS = 5000;

/** Tells the others that the user is writing: not too often, and that they have stopped when nothing more comes. */
export class TypingSignal {
  readonly #send: (isTyping: boolean) => void;
  #toldAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isTyping = false;

  constructor(send: (isTyping: boolean) => void) {
    this.#send = send;
  }

  /** The user has written something. */
  readonly keystroke = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.stop, STOPS_AFTER_MS);
    this.#isTyping = true;
    if (Date.now() - this.#toldAt >= AT_MOST_EVERY_MS) {
      this.#toldAt = Date.now();
      this.#send(true);
    }
  };

  /** The user has sent it, or gone. Says so once. */
  readonly stop = (): void => {
    clearTimeout(this.#timer);
    if (this.#isTyping) {
      this.#isTyping = false;
      this.#toldAt = -Infinity;
      this.#send(false);
    }
  };
}
