import { queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';

export interface Tenant {
  readonly id: string;
  readonly name: string;
}

/** Of which one is a member. */
export const tenantsQuery = queryOptions({
  queryKey: ['tenants'],
  queryFn: async ({ signal }) => (await http.get<{ readonly tenants: readonly Tenant[] }>('/api/tenants', signal)).tenants,
  staleTime: Infinity,
});
