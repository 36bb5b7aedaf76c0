import { queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';

interface DemoAccounts {
  readonly accounts: readonly { readonly email: string; readonly name: string; readonly does: string }[];
  readonly password: string | null;
}

/** Whom everybody may sign in as. None where the platform is no demo. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => http.get<DemoAccounts>('/api/demo/accounts', signal),
  staleTime: Infinity,
});
