// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { createElement as h } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { passwordError } from '../session/password';
import { backEnd, describedBy, draw, remains } from '../testing';
import { ChangePassword } from './ChangePassword';

const CHANGE = 'PUT /api/users/me/password';
const GOOD = 'four words of mine';

function open(answers: Parameters<typeof backEnd>[0]) {
  const sent = backEnd(answers);
  const client = draw(h(ChangePassword, { email: 'dan@demo.test' }));
  return { sent, client, current: screen.getByLabelText(/^Current password/), fresh: screen.getByLabelText(/^New password/) };
}

function change(fields: ReturnType<typeof open>, current: string, fresh: string) {
  fireEvent.change(fields.current, { target: { value: current } });
  fireEvent.change(fields.fresh, { target: { value: fresh } });
  fireEvent.click(screen.getByRole('button', { name: 'Change my password' }));
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('both passwords are sent once and are nowhere afterwards', async () => {
  const page = open({ [CHANGE]: [204] });
  change(page, 'the old one', GOOD);
  await waitFor(() => expect([page.current, page.fresh].map((field) => (field as HTMLInputElement).value)).toEqual(['', '']));
  expect(page.sent).toEqual([{ request: CHANGE, body: { current: 'the old one', password: GOOD } }]);
  expect(page.fresh.getAttribute('aria-invalid')).toBeNull();
  await waitFor(() => expect(remains(page.client)).not.toMatch(/old one|four words/));
});

test('a wrong one is said at the field of the current one, and a weak one at that of the new one', async () => {
  const page = open({ [CHANGE]: [403, { code: 'wrong_password', detail: 'no' }] });
  change(page, 'not it', GOOD);
  await waitFor(() => expect(describedBy(page.current)).toContain('That is not your password.'));
  expect(describedBy(page.fresh)).not.toContain('not your password');
  await waitFor(() => expect(document.activeElement).toBe(page.current));

  backEnd({ [CHANGE]: [400, { code: 'weak_password', detail: 'That one is tried first' }] });
  change(page, 'the old one', 'passwordpassword');
  await waitFor(() => expect(describedBy(page.fresh)).toContain('That one is tried first'));
  expect(describedBy(page.current)).not.toContain('tried first');
});

test('what is missing or too short is said before anything is sent', () => {
  const page = open({});
  change(page, '', 'short');
  expect(describedBy(page.current)).toContain('Say which one you have.');
  expect(describedBy(page.fresh)).toContain('at least 12 characters');
  expect(page.sent).toEqual([]);
});

test('that there were too many tries is said below', async () => {
  change(open({ [CHANGE]: [429, { code: 'rate_limited' }] }), 'the old one', GOOD);
  expect((await screen.findByRole('alert')).textContent).toContain('Too many tries');
});

test('a password has 12 to 128 characters, however many units they take', () => {
  expect(
    ['x'.repeat(11), 'x'.repeat(12), 'x'.repeat(128), 'x'.repeat(129)].map((text) => passwordError(text) === undefined),
  ).toEqual([false, true, true, false]);
  expect([passwordError('🎺'.repeat(11)) === undefined, passwordError('🎺'.repeat(128)) === undefined]).toEqual([false, true]);
});
