import { useState } from 'react';
import { explain, isProblem } from '../../api/problem';
import { TextField } from '../../ui/fields';
import { FormActions } from '../../ui/FormActions';
import { Select } from '../../ui/Menu';
import { Failure } from '../../ui/states';
import { useChecked } from '../../ui/useChecked';
import { useRefusal } from '../../ui/useRefusal';
import { checked, emptyDraft, type Invitation, LONGEST_NAME, type NewPerson, roles } from './person';
import { useInvite } from './queries';
import { TenantsField } from './TenantsField';

interface InvitePersonProps {
  readonly onInvited: (name: string, invitation: Invitation) => void;
  readonly onCancel: () => void;
}

export function InvitePerson({ onInvited, onCancel }: InvitePersonProps) {
  const [draft, setDraft] = useState(emptyDraft);
  const set = (change: Partial<NewPerson>) => setDraft((before) => ({ ...before, ...change }));
  const invite = useInvite();
  const form = useRefusal(invite.error);
  const { errors, submit } = useChecked(
    () => checked(draft),
    () =>
      invite.mutate(
        { ...draft, name: draft.name.trim(), email: draft.email.trim() },
        { onSuccess: ({ person, invitation }) => onInvited(person.name, invitation) },
      ),
  );
  const isTaken = isProblem(invite.error, 'email_taken');
  const taken = isTaken && invite.variables?.email === draft.email.trim() ? explain(invite.error) : undefined;
  return (
    <form className="stack" onSubmit={submit} noValidate ref={form}>
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
      <TextField
        label="E-mail"
        type="email"
        isRequired
        autoComplete="off"
        maxLength={320}
        hint="They sign in with it."
        value={draft.email}
        onChange={(email) => set({ email })}
        error={errors.email ?? taken}
      />
      <Select label="Role" value={draft.role} options={roles} onChange={(role) => set({ role })} />
      <TenantsField chosen={draft.tenantIds} onChange={(tenantIds) => set({ tenantIds })} error={errors.tenantIds} />
      {invite.isError && !isTaken && <Failure>{explain(invite.error)}</Failure>}
      <FormActions action={invite.isPending ? 'Inviting…' : 'Invite'} isPending={invite.isPending} onCancel={onCancel} />
    </form>
  );
}
