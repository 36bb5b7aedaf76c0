import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { explain } from '../../api/problem';
import { Switch } from '../../ui/fields';
import { Failure, Skeleton } from '../../ui/states';
import { tenantsQuery } from '../teams/queries';

interface TenantsFieldProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** Whom somebody works with. */
export function TenantsField({ chosen, onChange, error }: TenantsFieldProps) {
  const tenants = useQuery(tenantsQuery);
  const label = useId();
  return (
    <div role="group" aria-labelledby={label} className="tenants-field">
      <p id={label} className="field-label">
        Tenants
      </p>
      {tenants.isPending && <Skeleton lines={2} label="Loading the tenants" />}
      {tenants.isError && <Failure>{explain(tenants.error)}</Failure>}
      {tenants.data?.map(({ id, name }) => (
        <Switch
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))}
        >
          {name}
        </Switch>
      ))}
      {error !== undefined && <Failure>{error}</Failure>}
    </div>
  );
}
