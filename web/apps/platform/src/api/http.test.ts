import { afterEach, expect, test, vi } from 'vitest';
import { http, onSignedOut, setCsrfToken, withQuery } from './http';
import { ApiProblem, explain } from './problem';

function answerWith(status: number, body: unknown, headers: Record<string, string> = {}) {
  const fetch = vi.fn<typeof globalThis.fetch>(() =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers })),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => {
  vi.unstubAllGlobals();
  setCsrfToken(undefined);
  onSignedOut(() => {});
});

test('only requests that change something carry the token', async () => {
  const fetch = answerWith(200, {});
  setCsrfToken('secret');
  await http.get('/api/x');
  await http.post('/api/x', { a: 1 });
  const sent = fetch.mock.calls.map(([, init]) => new Headers(init?.headers).get('X-CSRF-Token'));
  expect(sent).toEqual([null, 'secret']);
});

test('a refusal keeps its code, its fields and how long to wait', async () => {
  answerWith(429, { code: 'too_many', error: 'Slow down', nextMinimumMinor: 5 }, { 'Retry-After': '7' });
  const problem = await http.get('/api/x').catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({
    status: 429,
    code: 'too_many',
    retryAfterSeconds: 7,
    body: { nextMinimumMinor: 5 },
    isUncertain: false,
  });
  expect(explain(problem)).toContain('7 s');
});

test('who is signed out meanwhile is told so, but not by a wrong password', async () => {
  const told = vi.fn();
  onSignedOut(told);
  answerWith(401, {});
  await expect(http.post('/api/sessions', {})).rejects.toThrow();
  expect(told).not.toHaveBeenCalled();
  await expect(http.get('/api/auctions')).rejects.toThrow();
  expect(told).toHaveBeenCalledOnce();
});

test('without an answer nobody knows whether it was done', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
  const problem = await http.post('/api/x').catch((error: unknown) => error);
  expect(problem).toMatchObject({ status: 0, code: 'unreachable', isUncertain: true });
});

test('an answer that breaks off is none', async () => {
  const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('network')) });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status: 201 })));
  const problem = await http.post('/api/x').catch((error: unknown) => error);
  expect(problem).toMatchObject({ status: 0, code: 'unreachable', isUncertain: true });
});

test('what is to outlive the page does, as far as browsers allow it', async () => {
  const fetch = answerWith(200, {});
  await http.patch('/api/x', { text: 'short' }, {}, { outlivesPage: true });
  await http.patch('/api/x', { text: 'long'.repeat(10_000) }, {}, { outlivesPage: true });
  await http.patch('/api/x', { text: 'short' });
  expect(fetch.mock.calls.map(([, init]) => init?.keepalive)).toEqual([true, false, false]);
});

test('a query has only what is set', () => {
  expect(withQuery('/api/x', { q: '', cursor: null, limit: 5, read: false, type: undefined })).toBe('/api/x?limit=5&read=false');
});
