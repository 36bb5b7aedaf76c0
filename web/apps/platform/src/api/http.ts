import { ApiProblem } from './problem';

const TIMEOUT_MS = 15_000;

/** In characters, of three bytes at most: browsers carry on with 64 KiB once a page is gone, and refuse more. */
const LONGEST_AFTER_PAGE = 20_000;

let csrfToken: string | undefined;
let whenSignedOut: () => void = () => {};

/** Goes with everything that changes something. */
export function setCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener;
}

/** For requests that others make in our name. */
export function csrfHeaders(): Record<string, string> {
  return csrfToken === undefined ? {} : { 'X-CSRF-Token': csrfToken };
}

interface Options {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Whether it is to arrive even if the page is left meanwhile. */
  readonly outlivesPage?: boolean;
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A path with what is set of the query. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function send<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
  if (method !== 'GET') {
    Object.assign(headers, csrfHeaders());
  }
  const init: RequestInit = { method, headers, signal, credentials: 'same-origin' };
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    const body = JSON.stringify(options.body);
    init.body = body;
    init.keepalive = options.outlivesPage === true && body.length <= LONGEST_AFTER_PAGE;
  }
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, init);
    text = await response.text();
  } catch (failure) {
    if (options.signal?.aborted) {
      throw failure;
    }
    throw new ApiProblem(0, {});
  }
  return answered<T>(response, json(text), path);
}

function answered<T>(response: Response, body: unknown, path: string): T {
  if (response.ok) {
    return body as T;
  }
  if (response.status === 401 && path !== '/api/sessions') {
    whenSignedOut();
  }
  const seconds = Number(response.headers.get('Retry-After'));
  throw new ApiProblem(response.status, isRecord(body) ? body : {}, seconds > 0 ? seconds : undefined);
}

function json(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const http = {
  get: <T>(path: string, signal?: AbortSignal) => send<T>('GET', path, signal ? { signal } : {}),
  post: <T>(path: string, body?: unknown) => send<T>('POST', path, { body }),
  put: <T>(path: string, body?: unknown) => send<T>('PUT', path, { body }),
  patch: <T>(path: string, body?: unknown, headers: Record<string, string> = {}, { outlivesPage = false } = {}) =>
    send<T>('PATCH', path, { body, headers, outlivesPage }),
  delete: <T>(path: string, body?: unknown) => send<T>('DELETE', path, { body }),
};
