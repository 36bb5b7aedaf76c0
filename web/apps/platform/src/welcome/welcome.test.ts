// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { createElement as h } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { sessionQuery, type User } from '../session/session';
import { backEnd, dan, describedBy, draw, remains } from '../testing';
import { WelcomePage } from './WelcomePage';

const LOOK = 'POST /api/invitations/look';
const ACCEPT = 'POST /api/invitations/accept';
const fay: User = { id: 'fay', name: 'Fay Field', avatar: null, role: 'USER' };
const invited = [200, { name: 'Fay Field', email: 'fay@demo.test', expiresAt: '2026-02-07T12:00:00.000Z' }] as const;
const accepted = [201, { user: fay, csrfToken: 'csrf' }] as const;
const GOOD = 'four words of mine';

function open(hash: string, answers: Parameters<typeof backEnd>[0], user: User | null = null) {
  history.replaceState({ idx: 3 }, '', `/welcome${hash}`);
  const sent = backEnd({ [LOOK]: invited, ...answers });
  const router = createMemoryRouter(
    [
      { path: '/welcome', element: h(WelcomePage) },
      { path: '/', element: 'The auctions' },
    ],
    { initialEntries: ['/welcome'] },
  );
  return { sent, client: draw(h(RouterProvider, { router }), user) };
}

async function choose(password: string) {
  const field = await screen.findByLabelText(/^New password/);
  fireEvent.change(field, { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: 'Save and sign in' }));
  return field;
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the token goes to the back end and out of the address bar, where the rest stays', async () => {
  const { sent } = open('#secret-token', {});
  expect(await screen.findByDisplayValue('fay@demo.test')).toBeTruthy();
  expect(sent).toEqual([{ request: LOOK, body: { token: 'secret-token' } }]);
  expect(location.href).toMatch(/\/welcome$/);
  expect(history.state).toEqual({ idx: 3 });
});

test('whoever chooses a password is signed in, and neither it nor the token is left anywhere', async () => {
  const { sent, client } = open('#secret-token', { [ACCEPT]: accepted });
  const field = await choose(GOOD);
  expect(await screen.findByText('The auctions')).toBeTruthy();
  expect(sent.slice(1)).toEqual([{ request: ACCEPT, body: { token: 'secret-token', password: GOOD } }]);
  expect(client.getQueryData(sessionQuery.queryKey)).toEqual(fay);
  expect((field as HTMLInputElement).value).toBe('');
  await waitFor(() => expect(remains(client)).not.toMatch(/secret-token|four words/));
  expect(location.href).not.toMatch(/secret-token|four/);
});

test('a link that is unknown, used or too old says what to do', async () => {
  open('#old-token', { [LOOK]: [404, { code: 'not_found' }] });
  expect(await screen.findByRole('heading', { name: 'This link does not work any more', level: 1 })).toBeTruthy();
  expect(screen.getByText(/ask an administrator/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/');
  expect(screen.queryByLabelText(/^New password/)).toBeNull();
});

test('without a token nothing is asked, and that the link is to be opened again is said', () => {
  const { sent } = open('', {});
  expect(screen.getByRole('heading', { name: 'Open your link again', level: 1 })).toBeTruthy();
  expect(sent).toEqual([]);
});

test('another link in the same tab is another link', async () => {
  const { sent } = open('#first', {});
  await screen.findByDisplayValue('fay@demo.test');
  location.hash = '#second';
  await waitFor(() => expect(sent.map(({ body }) => body)).toContainEqual({ token: 'second' }));
  expect(location.hash).toBe('');
});

test('a short password is not sent, and that it is short is said at the field', async () => {
  const { sent } = open('#secret-token', {});
  const field = await choose('short');
  expect(describedBy(field)).toContain('It needs at least 12 characters.');
  expect(sent).toHaveLength(1);
});

test('why a password is too weak is said at the field, until it is another', async () => {
  open('#secret-token', { [ACCEPT]: [400, { code: 'weak_password', detail: 'That one is tried first' }] });
  const field = await choose('passwordpassword');
  await waitFor(() => expect(describedBy(field)).toContain('That one is tried first'));
  await waitFor(() => expect(document.activeElement).toBe(field));
  fireEvent.change(field, { target: { value: `${GOOD}!` } });
  await waitFor(() => expect(describedBy(field)).not.toContain('That one is tried first'));
});

test('a link that was used meanwhile says so beside what was typed', async () => {
  open('#secret-token', { [ACCEPT]: [404, { code: 'not_found' }] });
  await choose(GOOD);
  expect((await screen.findByRole('alert')).textContent).toContain('stopped working');
});

test('the password is seen only while one wants to', async () => {
  open('#secret-token', {});
  const field = await screen.findByLabelText(/^New password/);
  expect(field.getAttribute('type')).toBe('password');
  fireEvent.click(screen.getByRole('switch', { name: 'Show it' }));
  expect(field.getAttribute('type')).toBe('text');
  fireEvent.click(screen.getByRole('switch', { name: 'Show it' }));
  expect(field.getAttribute('type')).toBe('password');
});

test('who is signed in as somebody else is told, and nothing of them is left', async () => {
  const { client } = open('#secret-token', { [ACCEPT]: accepted }, dan);
  client.setQueryData(['conversations'], 'of Dan');
  expect(await screen.findByText(/You are signed in as Dan Desk/)).toBeTruthy();
  await choose(GOOD);
  await screen.findByText('The auctions');
  expect(client.getQueryData(sessionQuery.queryKey)).toEqual(fay);
  expect(client.getQueryData(['conversations'])).toBeUndefined();
});
