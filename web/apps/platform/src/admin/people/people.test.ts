// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createElement as h } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { backEnd, describedBy, draw, remains } from '../../testing';
import { People } from './People';
import { changeOf, checked, draftOf, emptyDraft, isLower, type PersonEntry } from './person';

const LINK = 'https://fanfare.test/welcome#secret-token';
const dan: PersonEntry = {
  id: 'dan',
  name: 'Dan Desk',
  email: 'dan@demo.test',
  role: 'ADMIN',
  tenants: [{ id: 'org_1', name: 'Lamplight' }],
  state: 'active',
  createdAt: '2026-01-31T12:00:00.000Z',
};
const fay: PersonEntry = { ...dan, id: 'fay', name: 'Fay Field', email: 'fay@demo.test', role: 'USER', state: 'invited' };

const everybody = {
  'GET /api/admin/people?limit=30': [200, { people: [fay, dan], next: null }],
  'GET /api/admin/tenants': [200, { tenants: [{ id: 'org_1', name: 'Lamplight', members: 1 }] }],
} as const;

function open(answers: Parameters<typeof backEnd>[0] = {}) {
  const sent = backEnd({ ...everybody, ...answers });
  return { sent, client: draw(h(People)) };
}

async function fillInvitation() {
  const begin = screen.getByRole('button', { name: 'Invite somebody' });
  begin.focus();
  fireEvent.click(begin);
  fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: ' Gus Green ' } });
  fireEvent.change(screen.getByLabelText(/^E-mail/), { target: { value: 'gus@demo.test' } });
  fireEvent.click(await screen.findByRole('switch', { name: 'Lamplight' }));
  fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
}

async function choose(name: string, item: string | RegExp) {
  fireEvent.click(await screen.findByRole('button', { name: `More about ${name}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('everybody is listed with what they are and whether they can sign in', async () => {
  open();
  const row = within(await screen.findByRole('article', { name: 'Fay Field' }));
  ['fay@demo.test', 'Lamplight', 'User', 'Invited'].forEach((text) => expect(row.getByText(text)).toBeTruthy());
  const me = within(screen.getByRole('article', { name: 'Dan Desk' }));
  ['(you)', 'Administrator', 'Active'].forEach((text) => expect(me.getByText(text)).toBeTruthy());
});

test('what is typed is searched for, and that nobody was found is said', async () => {
  open({ 'GET /api/admin/people?q=zoe&limit=30': [200, { people: [], next: null }] });
  fireEvent.change(await screen.findByRole('searchbox'), { target: { value: ' zoe ' } });
  expect(await screen.findByRole('heading', { name: 'Nobody found' })).toBeTruthy();
});

test('an invitation shows its link once, to be copied, and nothing of it is left afterwards', async () => {
  const person = { ...fay, id: 'gus', name: 'Gus Green' };
  const invitation = { url: LINK, expiresAt: '2026-02-07T12:00:00.000Z' };
  const { sent, client } = open({ 'POST /api/admin/people': [201, { person, invitation }] });
  const copied = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: copied } });

  await fillInvitation();

  expect(await screen.findByDisplayValue(LINK)).toBeTruthy();
  expect(sent.find(({ request }) => request === 'POST /api/admin/people')?.body).toEqual({
    name: 'Gus Green',
    email: 'gus@demo.test',
    role: 'USER',
    tenantIds: ['org_1'],
  });
  const dialog = within(screen.getByRole('alertdialog', { name: 'A link for Gus Green' }));
  expect(dialog.getByText(/2026/).tagName).toBe('TIME');
  fireEvent.click(dialog.getByRole('button', { name: 'Copy the link' }));
  await waitFor(() => expect(dialog.getByRole('status').textContent).toBe('Copied.'));
  expect(copied).toHaveBeenCalledWith(LINK);

  fireEvent.click(dialog.getByRole('button', { name: 'Done' }));
  expect(screen.queryByDisplayValue(LINK)).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Invite somebody' })));
  await waitFor(() => expect(remains(client)).not.toContain(LINK));
});

test('where browsers do not copy, the link is selected', async () => {
  open({ 'POST /api/admin/people/fay/invitation': [201, { url: LINK, expiresAt: '2026-02-07T12:00:00.000Z' }] });
  vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
  await choose('Fay Field', /New invitation link/);
  fireEvent.click(screen.getByRole('button', { name: 'Make a new link' }));
  const field = await screen.findByDisplayValue<HTMLInputElement>(LINK);
  fireEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('selected'));
  expect(document.activeElement).toBe(field);
  expect(field.selectionEnd).toBe(LINK.length);
});

test('an address that somebody has is said at its field, until it is another', async () => {
  open({ 'POST /api/admin/people': [409, { code: 'email_taken', detail: 'taken' }] });
  await fillInvitation();
  const field = screen.getByLabelText(/^E-mail/);
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  expect(describedBy(field)).toContain('Somebody has this address already.');
  await waitFor(() => expect(document.activeElement).toBe(field));
  fireEvent.change(field, { target: { value: 'gus.green@demo.test' } });
  expect(field.getAttribute('aria-invalid')).toBeNull();
});

test('nobody is invited without a name, an address and a tenant', async () => {
  const { sent } = open();
  fireEvent.click(screen.getByRole('button', { name: 'Invite somebody' }));
  fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
  expect(screen.getByText('Say what they are called.')).toBeTruthy();
  expect(screen.getByText('That is no e-mail address.')).toBeTruthy();
  expect(screen.getByText(/Choose at least one/)).toBeTruthy();
  expect(sent.some(({ request }) => request.startsWith('POST'))).toBe(false);
});

test('that nobody would be left to look after it is said kindly, and the dialog stays', async () => {
  open({ 'PATCH /api/admin/people/dan': [409, { code: 'last_administrator', detail: 'no' }] });
  await choose('Dan Desk', /Deactivate/);
  fireEvent.click(screen.getByRole('button', { name: 'Deactivate' }));
  expect((await screen.findByRole('alert')).textContent).toContain('make somebody else an administrator first');
  expect(screen.getByRole('alertdialog', { name: 'Deactivate Dan Desk?' })).toBeTruthy();
});

test('who is deactivated can be activated, and gets no link', async () => {
  const gone = { ...fay, state: 'deactivated' };
  const { sent } = open({
    'GET /api/admin/people?limit=30': [200, { people: [gone], next: null }],
    'PATCH /api/admin/people/fay': [200, fay],
  });
  fireEvent.click(await screen.findByRole('button', { name: 'More about Fay Field' }));
  expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent?.trim())).toEqual(['Change…', 'Activate']);
  fireEvent.click(screen.getByRole('menuitem', { name: 'Activate' }));
  await waitFor(() => expect(sent.find(({ request }) => request.startsWith('PATCH'))?.body).toEqual({ isActive: true }));
});

test('only what is another than before is changed', () => {
  const draft = draftOf(dan);
  expect(changeOf(dan, draft)).toEqual({});
  expect(changeOf(dan, { ...draft, name: ' Dan Day ', role: 'AGENT' })).toEqual({ name: 'Dan Day', role: 'AGENT' });
  expect(changeOf(dan, { ...draft, tenantIds: ['org_1', 'org_2'] })).toEqual({ tenantIds: ['org_1', 'org_2'] });
});

test('roles go from user to administrator', () => {
  expect([isLower('USER', 'AGENT'), isLower('AGENT', 'ADMIN'), isLower('ADMIN', 'USER'), isLower('USER', 'USER')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(checked({ ...emptyDraft, name: 'Gus', email: 'gus@demo.test', tenantIds: ['org_1'] })).toEqual({});
});
