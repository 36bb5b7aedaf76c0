// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { isAnythingUnsaved } from '../ui/unsaved';
import type { SharedDocument } from './document';
import { useDraft } from './useDraft';

const ada = { id: 'ada', name: 'Ada Seller', avatar: null };
const first: SharedDocument = {
  id: 'doc_1',
  title: 'Hours',
  text: '',
  access: 'tenant',
  members: [],
  owner: ada,
  version: 1,
  createdAt: '2026-01-31T12:00:00.000Z',
  updatedAt: '2026-01-31T12:00:00.000Z',
  updatedBy: ada,
  channel: 'presence-room-doc_1',
  recordChannel: 'private-tenant-org_123',
};

/** Takes what is written, and answers when it is told to. */
function backEnd() {
  const written: Array<{ readonly text: string; readonly version: string | null; readonly answer: () => Promise<void> }> = [];
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof globalThis.fetch>((_path, init) => {
      const { text } = JSON.parse(String(init?.body)) as { text: string };
      const version = new Headers(init?.headers).get('If-Match');
      return new Promise((resolve) => {
        const saved = { ...first, text, version: written.length + 2 };
        const answer = () => act(async () => resolve(new Response(JSON.stringify(saved))));
        written.push({ text, version, answer });
      });
    }),
  );
  return written;
}

function begin() {
  const wrapper = ({ children }: { readonly children: ReactNode }) =>
    createElement(QueryClientProvider, { client: new QueryClient() }, children);
  const hook = renderHook(() => useDraft(first), { wrapper });
  return {
    leave: hook.unmount,
    write: (text: string) => act(() => hook.result.current[1]({ kind: 'written', text })),
    save: () => act(() => hook.result.current[2]()),
  };
}

afterEach(() => vi.unstubAllGlobals());

test('what is written while something is saved is saved also if one leaves meanwhile', async () => {
  const written = backEnd();
  const page = begin();
  page.write('one');
  page.save();
  page.write('one two');
  page.leave();
  expect(written.map(({ text }) => text)).toEqual(['one']);
  await written[0]?.answer();
  await vi.waitFor(() =>
    expect(written.map(({ text, version }) => [text, version])).toEqual([
      ['one', '"1"'],
      ['one two', '"2"'],
    ]),
  );
  await written[1]?.answer();
  expect(written).toHaveLength(2);
});

test('a page is not loaded anew by itself before everything is saved', async () => {
  const written = backEnd();
  const page = begin();
  expect(isAnythingUnsaved()).toBe(false);
  page.write('one');
  expect(isAnythingUnsaved()).toBe(true);
  page.save();
  await written[0]?.answer();
  await vi.waitFor(() => expect(isAnythingUnsaved()).toBe(false));
  page.leave();
});
