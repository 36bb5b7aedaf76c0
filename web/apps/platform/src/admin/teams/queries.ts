import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../../api/http';
import type { Person } from '../../session/person';
import { type Tenant, tenantsQuery as myTenantsQuery } from '../../session/tenants';
import type { PeopleAnswer } from '../people/queries';
import type { NewTeam, TeamEntry } from './team';

export interface NewName {
  readonly name: string;
  readonly tenantId?: string;
}

export interface TenantEntry extends Tenant {
  readonly members: number;
}

export const tenantsQuery = queryOptions({
  queryKey: ['admin', 'tenants'],
  queryFn: async ({ signal }) =>
    (await http.get<{ readonly tenants: readonly TenantEntry[] }>('/api/admin/tenants', signal)).tenants,
});

export interface CategoryEntry extends Tenant {
  readonly tenant: Tenant;
  /** Those that were withdrawn, too. */
  readonly products: number;
}

export const categoriesQuery = queryOptions({
  queryKey: ['admin', 'categories'],
  queryFn: async ({ signal }) =>
    (await http.get<{ readonly categories: readonly CategoryEntry[] }>('/api/admin/categories', signal)).categories,
});

export const teamsQuery = queryOptions({
  queryKey: ['admin', 'teams'],
  queryFn: async ({ signal }) => (await http.get<{ readonly teams: readonly TeamEntry[] }>('/api/admin/teams', signal)).teams,
});

/** Those of the first found who are in a tenant: who is not among them is found by more of their name. */
export function membersQuery(tenantId: string, q: string) {
  return queryOptions({
    queryKey: ['admin', 'people', 'of', tenantId, q],
    queryFn: async ({ signal }): Promise<{ readonly users: readonly Person[] }> => {
      const { people } = await http.get<PeopleAnswer>(withQuery('/api/admin/people', { q, limit: 50 }), signal);
      const found = people.filter(({ tenants, state }) => state !== 'deactivated' && tenants.some(({ id }) => id === tenantId));
      return { users: found.slice(0, 20).map(({ id, name }) => ({ id, name, avatar: null })) };
    },
  });
}

function useChange<Wish, Answer>(change: (wish: Wish) => Promise<Answer>, outdated: ReadonlyArray<readonly unknown[]>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => void Promise.all(outdated.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** What shows teams, here and in the inbox. */
const teamKeys = [teamsQuery.queryKey, ['teams'], ['contacts']];
const tenantKeys = [
  tenantsQuery.queryKey,
  categoriesQuery.queryKey,
  teamsQuery.queryKey,
  myTenantsQuery.queryKey,
  ['admin', 'people'],
];
const categoryKeys = [categoriesQuery.queryKey, ['products']];

/** Makes one, or changes the one with an id. */
export function useSaveTeam(id: string | undefined) {
  return useChange(
    ({ tenantId, ...team }: NewTeam) =>
      id === undefined
        ? http.post<TeamEntry>('/api/admin/teams', { tenantId, ...team })
        : http.patch<TeamEntry>(`/api/admin/teams/${id}`, team),
    teamKeys,
  );
}

export function useDeleteTeam() {
  return useChange((id: string) => http.delete<void>(`/api/admin/teams/${id}`), teamKeys);
}

/** Makes one, or gives the one with an id another name. */
export function useSaveTenant(id: string | undefined) {
  return useChange(
    ({ name }: NewName) =>
      id === undefined
        ? http.post<TenantEntry>('/api/admin/tenants', { name })
        : http.patch<TenantEntry>(`/api/admin/tenants/${id}`, { name }),
    tenantKeys,
  );
}

/** As `useSaveTenant`; only a new one is given a tenant. */
export function useSaveCategory(id: string | undefined) {
  return useChange(
    ({ name, tenantId }: NewName) =>
      id === undefined
        ? http.post<unknown>('/api/admin/categories', { name, tenantId })
        : http.patch<unknown>(`/api/admin/categories/${id}`, { name }),
    categoryKeys,
  );
}

export function useDeleteCategory() {
  return useChange((id: string) => http.delete<void>(`/api/admin/categories/${id}`), categoryKeys);
}
