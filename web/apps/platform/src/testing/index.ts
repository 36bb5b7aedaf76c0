import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { vi } from 'vitest';
import { sessionQuery, type User, UserContext } from '../session/session';

// Machines that run tests have much else to do.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

export const dan: User = { id: 'dan', name: 'Dan Desk', email: 'dan@demo.test', avatar: null, role: 'ADMIN' };

type Answer = readonly [status: number, body?: unknown];

interface Sent {
  /** Such as `GET /api/users?q=dan`. */
  readonly request: string;
  readonly body: unknown;
}

/** Answers with what it is given for each request, and 404 to all others. @returns what was asked */
export function backEnd(answers: Readonly<Record<string, Answer>>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof globalThis.fetch>((path, init) => {
      const request = `${init?.method} ${String(path)}`;
      sent.push({ request, body: init?.body === undefined ? undefined : JSON.parse(String(init.body)) });
      const [status, body] = answers[request] ?? [404, { code: 'not_found' }];
      return Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status }));
    }),
  );
  vi.stubGlobal('CSS', { escape: (text: string) => text }); // overlays ask for it, and it is not there
  return sent;
}

/** Draws something for whom is signed in. */
export function draw(content: ReactNode, user: User | null = dan): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData<User | null>(sessionQuery.queryKey, user);
  render(createElement(QueryClientProvider, { client }, createElement(UserContext, { value: user }, content)));
  return client;
}

/** All that is left of what was sent and answered. */
export function remains(client: QueryClient): string {
  const mutations = client
    .getMutationCache()
    .getAll()
    .map(({ state }) => state);
  const queries = client
    .getQueryCache()
    .getAll()
    .map(({ queryKey, state }) => [queryKey, state]);
  return JSON.stringify([mutations, queries]);
}

/** What is said to a field. */
export function describedBy(field: HTMLElement): string {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}
