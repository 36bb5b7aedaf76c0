// Waiting for events without sleeping: every wait ends with the event or fails after a while.
const LIMIT_MS = 10_000;

// pusher-js gives up an attempt at a closed port after 15 s only, and a restarting server's port is closed for a moment.
export const RESTART_MS = 30_000;

export function within(promise, what, limitMs = LIMIT_MS) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${limitMs} ms`)), limitMs);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

// The first `event` of anything with bind(): a channel, a connection, a user.
export function once(emitter, event, limitMs) {
  const first = new Promise((resolve) => {
    const handler = (data, metadata) => {
      emitter.unbind(event, handler);
      resolve(metadata?.user_id === undefined ? data : { data, metadata });
    };
    emitter.bind(event, handler);
  });
  return within(first, event, limitMs);
}

// Everything that arrives under `event`; `until` waits for the first that fits.
export function record(emitter, event) {
  const seen = [];
  const waiting = [];
  emitter.bind(event, (data) => {
    seen.push(data);
    waiting.forEach((check) => check());
  });
  return {
    seen,
    until(fits, limitMs) {
      const found = new Promise((resolve) => {
        const check = () => seen.some(fits) && resolve(seen.find(fits));
        waiting.push(check);
        check();
      });
      return within(found, `the ${event} that was waited for`, limitMs);
    },
    count(n) {
      return this.until(() => seen.length >= n).then(() => seen);
    },
  };
}
