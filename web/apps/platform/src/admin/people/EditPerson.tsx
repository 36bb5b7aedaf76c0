import { useState } from 'react';
import { explain } from '../../api/problem';
import { useUser } from '../../session/session';
import { TextField } from '../../ui/fields';
import { FormActions } from '../../ui/FormActions';
import { Select } from '../../ui/Menu';
import { Failure } from '../../ui/states';
import { useChecked } from '../../ui/useChecked';
import { changeOf, checked, draftOf, isLower, LONGEST_NAME, type NewPerson, type PersonEntry, roles } from './person';
import { useChangePerson } from './queries';
import { TenantsField } from './TenantsField';

export function EditPerson({ person, onDone }: { readonly person: PersonEntry; readonly onDone: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(person));
  const set = (change: Partial<NewPerson>) => setDraft((before) => ({ ...before, ...change }));
  const isMe = useUser().id === person.id;
  const save = useChangePerson();
  const { errors, submit } = useChecked(
    () => checked(draft),
    () => save.mutate({ id: person.id, change: changeOf(person, draft) }, { onSuccess: onDone }),
  );
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        label="Name"
        autoFocus
        isRequired
        autoComplete="off"
        maxLength={LONGEST_NAME}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={errors.name}
      />
      <Select label="Role" value={draft.role} options={roles} onChange={(role) => set({ role })} />
      {isLower(draft.role, person.role) && (
        <p className="soft small">
          {isMe ? 'You are signed out at once, and cannot come back to this page.' : 'They are signed out everywhere, at once.'}
        </p>
      )}
      <TenantsField chosen={draft.tenantIds} onChange={(tenantIds) => set({ tenantIds })} error={errors.tenantIds} />
      {save.isError && <Failure>{explain(save.error)}</Failure>}
      <FormActions action="Save" isPending={save.isPending} onCancel={onDone} />
    </form>
  );
}
