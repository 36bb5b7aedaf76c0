import { useQuery } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '../../ui/Dialog';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/states';
import { Table } from '../../ui/Table';
import { NameForm } from './NameForm';
import { Part } from './Part';
import { type TenantEntry, tenantsQuery, useSaveTenant } from './queries';
import { RowActions } from './RowActions';

export function Tenants() {
  const [edited, setEdited] = useState<TenantEntry | 'new' | null>(null);
  const close = () => setEdited(null);
  return (
    <Part
      title="Tenants"
      about="Who is in none of the same sees nothing of each other."
      add="New tenant"
      onAdd={() => setEdited('new')}
    >
      <Loaded query={useQuery(tenantsQuery)} label="Loading the tenants">
        {(tenants) =>
          tenants.length === 0 ? (
            <EmptyState icon={Building2} title="No tenant yet">
              People, teams and products are all in one.
            </EmptyState>
          ) : (
            <Table label="All tenants" head={['Tenant', 'People', 'Actions']}>
              {tenants.map((tenant) => (
                <tr key={tenant.id}>
                  <th scope="row">{tenant.name}</th>
                  <td className="tabular">{tenant.members}</td>
                  <td>
                    <RowActions name={tenant.name} onChange={() => setEdited(tenant)} />
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loaded>
      <Dialog
        title={edited === null || edited === 'new' ? 'New tenant' : `Change ${edited.name}`}
        isOpen={edited !== null}
        onClose={close}
      >
        {edited && <TenantForm tenant={edited === 'new' ? undefined : edited} onDone={close} />}
      </Dialog>
    </Part>
  );
}

function TenantForm({ tenant, onDone }: { readonly tenant: TenantEntry | undefined; readonly onDone: () => void }) {
  return <NameForm before={tenant?.name ?? ''} longest={120} save={useSaveTenant(tenant?.id)} onDone={onDone} />;
}
