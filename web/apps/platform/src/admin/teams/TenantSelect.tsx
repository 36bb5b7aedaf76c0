import { useQuery } from '@tanstack/react-query';
import { explain } from '../../api/problem';
import { Select } from '../../ui/Menu';
import { Failure } from '../../ui/states';
import { tenantsQuery } from './queries';

interface TenantSelectProps {
  readonly value: string;
  readonly onChange: (tenantId: string) => void;
  readonly error: string | undefined;
}

export function TenantSelect({ value, onChange, error }: TenantSelectProps) {
  const tenants = useQuery(tenantsQuery);
  return tenants.isError ? (
    <Failure>{explain(tenants.error)}</Failure>
  ) : (
    <Select
      label="Tenant"
      value={value}
      options={tenants.data?.map(({ id, name }) => ({ value: id, text: name })) ?? []}
      onChange={onChange}
      error={error}
    />
  );
}
