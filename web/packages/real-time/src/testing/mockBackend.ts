import type { LoggedEvent, MissedEvents } from '../core/recovery/source.js';

/** A request that was made. */
export interface MockRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded, if it is JSON or a form. */
  readonly body: unknown;
}

/** What a route answers: JSON with status 200, or anything. */
export type MockAnswer = Response | object | null;

type Route = (request: MockRequest) => MockAnswer | Promise<MockAnswer>;

/** Stands in for the application's back end: answers requests, and keeps the log of events. */
export class MockBackend {
  /** All requests in their order. */
  readonly requests: MockRequest[] = [];
  readonly #routes = new Map<string, Route>();
  readonly #log: LoggedEvent[] = [];

  constructor() {
    this.on('GET /api/realtime/events', ({ query }) => this.#missed(query.get('channel') ?? '', query.get('after')));
    this.on('POST /api/realtime/typing', () => new Response(null, { status: 204 }));
    this.on('GET /api/time', () => ({ now: new Date().toISOString() }));
    this.on('GET /api/notifications', () => ({ data: [], meta: { unreadCount: 0, unseenCount: 0, hasMore: false } }));
  }

  /** Answers requests such as `GET /api/notifications`, and no longer as before. `*` in the path stands for anything. */
  on(route: string, answer: Route): void {
    this.#routes.delete(route);
    this.#routes.set(route, answer);
  }

  /** The requests for a route. */
  requestsFor(route: string): readonly MockRequest[] {
    return this.requests.filter(({ method, path }) => matches(route, `${method} ${path}`));
  }

  /** @returns its position on the channel, from 1 */
  append(channel: string, event: string, data: unknown): number {
    const seq = this.#position(channel) + 1;
    this.#log.push({ seq, channel, event, data, at: new Date().toISOString() });
    return seq;
  }

  /** Takes the place of the global function. */
  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), 'http://mock.test');
    const headers = Object.fromEntries(new Headers(init?.headers));
    const request = {
      method: init?.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers,
      body: bodyOf(init?.body),
    };
    this.requests.push(request);
    const [, answer] = [...this.#routes].reverse().find(([route]) => matches(route, `${request.method} ${request.path}`)) ?? [];
    const answered = answer === undefined ? new Response(null, { status: 404 }) : await answer(request);
    return answered instanceof Response ? answered : Response.json(answered);
  };

  #position(channel: string): number {
    return this.#log.filter((event) => event.channel === channel).at(-1)?.seq ?? 0;
  }

  #missed(channel: string, after: string | null): MissedEvents {
    const events = after === null ? [] : this.#log.filter((event) => event.channel === channel && event.seq > Number(after));
    return { events, position: this.#position(channel), complete: true };
  }
}

function matches(route: string, request: string): boolean {
  const pattern = route.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(request);
}

function bodyOf(body: BodyInit | null | undefined): unknown {
  if (body instanceof URLSearchParams) {
    return Object.fromEntries(body);
  }
  return typeof body === 'string' ? (JSON.parse(body) as unknown) : body;
}
