// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createElement as h } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { backEnd, describedBy, draw } from '../../testing';
import { linesOf, type TeamEntry } from './team';
import { TeamsAndMore } from './TeamsAndMore';

const lamplight = { id: 'org_1', name: 'Lamplight' };
const elsewhere = { id: 'org_2', name: 'Elsewhere' };
const support: TeamEntry = {
  id: 'team_1',
  name: 'Support',
  tenant: lamplight,
  lines: ['+12025550123', 'MG0123'],
  members: [{ id: 'dan', name: 'Dan Desk', avatar: null }],
};
const person = (id: string, name: string, tenant: object, state = 'active') => ({ id, name, tenants: [tenant], state });

const all = {
  'GET /api/admin/teams': [200, { teams: [support] }],
  'GET /api/admin/tenants': [
    200,
    {
      tenants: [
        { ...lamplight, members: 4 },
        { ...elsewhere, members: 1 },
      ],
    },
  ],
  'GET /api/admin/categories': [200, { categories: [{ id: 'c_1', name: 'Lamps', tenant: lamplight, products: 2 }] }],
  'GET /api/admin/people?limit=50': [
    200,
    {
      people: [
        person('ada', 'Ada Seller', lamplight),
        person('gone', 'Gus Gone', lamplight, 'deactivated'),
        person('eve', 'Eve Elsewhere', elsewhere),
      ],
      next: null,
    },
  ],
} as const;

function open(answers: Parameters<typeof backEnd>[0] = {}) {
  const sent = backEnd({ ...all, ...answers });
  draw(h(TeamsAndMore));
  return { changes: () => sent.filter(({ request }) => !request.startsWith('GET')) };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('teams are listed with their lines and members, tenants and categories with how much is in them', async () => {
  open();
  const team = await screen.findByRole('row', { name: /Support/ });
  ['Lamplight', '+12025550123', 'MG0123', 'Dan Desk'].forEach((text) => expect(within(team).getByText(text)).toBeTruthy());
  expect(within(await screen.findByRole('row', { name: /Elsewhere/ })).getByText('1')).toBeTruthy();
  expect(within(await screen.findByRole('row', { name: /Lamps/ })).getByText('2')).toBeTruthy();
});

test('only those of its tenant who can sign in are offered as members, and the whole team is saved', async () => {
  const { changes } = open({ 'PATCH /api/admin/teams/team_1': [200, support] });
  await screen.findByRole('row', { name: /Support/ });
  press('Change Support of Lamplight');
  const found = within(await screen.findByRole('list', { name: 'Found' }));
  await waitFor(() => expect(found.getAllByRole('button').map(({ textContent }) => textContent?.trim())).toEqual(['Ada Seller']));
  fireEvent.click(found.getByRole('button'));
  type(/^Lines/, ' +1 202 555 0199 \n\nMG0123');
  press('Save');
  await waitFor(() =>
    expect(changes()).toEqual([
      {
        request: 'PATCH /api/admin/teams/team_1',
        body: { name: 'Support', lines: ['+1 202 555 0199', 'MG0123'], memberIds: ['dan', 'ada'] },
      },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a line that another team has is said at the lines, until they are others', async () => {
  open({ 'PATCH /api/admin/teams/team_1': [409, { code: 'line_taken', detail: 'Another team has +12025550199' }] });
  await screen.findByRole('row', { name: /Support/ });
  press('Change Support of Lamplight');
  type(/^Lines/, '+12025550199');
  press('Save');
  const lines = screen.getByLabelText(/^Lines/);
  await waitFor(() => expect(describedBy(lines)).toContain('Another team has +12025550199'));
  await waitFor(() => expect(document.activeElement).toBe(lines));
  type(/^Lines/, '+12025550198');
  await waitFor(() => expect(describedBy(lines)).not.toContain('Another team'));
});

test('a new team needs a tenant and a name', async () => {
  const { changes } = open();
  await screen.findByRole('row', { name: /Support/ });
  press('New team');
  press('Save');
  expect(screen.getByText('Choose where it belongs.')).toBeTruthy();
  expect(screen.getByText('Give it a name.')).toBeTruthy();
  expect(changes()).toEqual([]);
});

test('why a team or a category cannot be deleted is said where it was asked', async () => {
  open({
    'DELETE /api/admin/teams/team_1': [409, { code: 'team_in_use' }],
    'DELETE /api/admin/categories/c_1': [409, { code: 'category_in_use' }],
  });
  await screen.findByRole('row', { name: /Support/ });
  press('Delete Support of Lamplight');
  press('Delete');
  expect((await screen.findByRole('alert')).textContent).toContain('It has contacts');
  press('Cancel');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  press('Delete Lamps of Lamplight');
  press('Delete');
  expect((await screen.findByRole('alert')).textContent).toContain('There are products in it');
});

test('a name that there is already is said at its field', async () => {
  const { changes } = open({ 'PATCH /api/admin/categories/c_1': [409, { code: 'name_taken' }] });
  await screen.findByRole('row', { name: /Lamps/ });
  press('Change Lamps of Lamplight');
  type(/^Name/, ' Chairs ');
  press('Save');
  const name = screen.getByLabelText(/^Name/);
  await waitFor(() => expect(describedBy(name)).toContain('There is one of that name already.'));
  expect(changes()).toEqual([{ request: 'PATCH /api/admin/categories/c_1', body: { name: 'Chairs' } }]);
});

test('a tenant is made by its name', async () => {
  const { changes } = open({ 'POST /api/admin/tenants': [201, { id: 'org_3', name: 'Brass & Co', members: 0 }] });
  await screen.findByRole('row', { name: /Elsewhere/ });
  press('New tenant');
  type(/^Name/, 'Brass & Co');
  press('Save');
  await waitFor(() => expect(changes()).toEqual([{ request: 'POST /api/admin/tenants', body: { name: 'Brass & Co' } }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('each line of text is a line once', () => {
  expect(linesOf(' +1 202 \n\n+1 202\nMG0123\n')).toEqual(['+1 202', 'MG0123']);
  expect(linesOf('')).toEqual([]);
});
