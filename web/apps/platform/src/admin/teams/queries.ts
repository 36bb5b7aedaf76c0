import { queryOptions } from '@tanstack/react-query';
import { http } from '../../api/http';
import type { Tenant } from '../../session/tenants';

export interface TenantEntry extends Tenant {
  readonly members: number;
}

export const tenantsQuery = queryOptions({
  queryKey: ['admin', 'tenants'],
  queryFn: async ({ signal }) =>
    (await http.get<{ readonly tenants: readonly TenantEntry[] }>('/api/admin/tenants', signal)).tenants,
});
