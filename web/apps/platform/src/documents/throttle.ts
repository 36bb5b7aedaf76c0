export interface Throttled<T> {
  readonly call: (value: T) => void;
  /** What waits is not told any more. */
  readonly cancel: () => void;
}

/** Tells at once, and then no more often than so; the last value is always told. */
export function throttled<T>(tell: (value: T) => void, everyMs: number): Throttled<T> {
  let toldAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: T;
  const now = (value: T) => {
    toldAt = Date.now();
    tell(value);
  };
  return {
    call: (value) => {
      waiting = value;
      const wait = toldAt + everyMs - Date.now();
      if (wait <= 0 && timer === undefined) {
        now(value);
      } else {
        timer ??= setTimeout(() => {
          timer = undefined;
          now(waiting);
        }, wait);
      }
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
