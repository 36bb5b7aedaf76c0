import { useState } from 'react';
import { explain, isProblem } from '../../api/problem';
import { TextField } from '../../ui/fields';
import { FormActions } from '../../ui/FormActions';
import { Failure } from '../../ui/states';
import { useChecked } from '../../ui/useChecked';
import { useRefusal } from '../../ui/useRefusal';
import type { NewName } from './queries';
import { TenantSelect } from './TenantSelect';

interface NameFormProps {
  readonly before: string;
  readonly longest: number;
  /** Whether it is to be in a tenant that is chosen here. */
  readonly hasTenant?: boolean;
  readonly save: {
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly mutate: (wish: NewName, options: { readonly onSuccess: () => void }) => void;
    readonly reset: () => void;
  };
  readonly onDone: () => void;
}

/** For what has little more than a name. */
export function NameForm({ before, longest, hasTenant = false, save, onDone }: NameFormProps) {
  const [name, setName] = useState(before);
  const [tenantId, setTenantId] = useState('');
  const form = useRefusal(save.error);
  const { errors, submit } = useChecked(
    () => ({
      ...(name.trim() === '' ? { name: 'Give it a name.' } : {}),
      ...(hasTenant && tenantId === '' ? { tenantId: 'Choose where it belongs.' } : {}),
    }),
    () => save.mutate({ name: name.trim(), ...(hasTenant ? { tenantId } : {}) }, { onSuccess: onDone }),
  );
  const isTaken = isProblem(save.error, 'name_taken');

  function rename(typed: string) {
    setName(typed);
    if (save.error) {
      save.reset();
    }
  }

  return (
    <form className="stack" onSubmit={submit} noValidate ref={form}>
      {hasTenant && <TenantSelect value={tenantId} onChange={setTenantId} error={errors.tenantId} />}
      <TextField
        label="Name"
        autoFocus
        isRequired
        maxLength={longest}
        value={name}
        onChange={rename}
        error={errors.name ?? (isTaken ? explain(save.error) : undefined)}
      />
      {save.error && !isTaken && <Failure>{explain(save.error)}</Failure>}
      <FormActions action="Save" isPending={save.isPending} onCancel={onDone} />
    </form>
  );
}
