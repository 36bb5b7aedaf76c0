import { type FormEvent, useState } from 'react';
import { explain } from '../api/problem';
import { TextField } from '../ui/fields';
import { FormActions } from '../ui/FormActions';
import { Failure } from '../ui/states';
import type { Contact } from './contact';
import { useChangeContact } from './queries';

export function RenameContact({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const [name, setName] = useState(contact.name ?? '');
  const change = useChangeContact(contact);
  function save(event: FormEvent) {
    event.preventDefault();
    change.mutate({ name: name.trim() }, { onSuccess: onDone });
  }
  return (
    <form className="stack" onSubmit={save}>
      <TextField label="Name" autoFocus value={name} onChange={setName} maxLength={100} />
      {change.isError && <Failure>{explain(change.error)}</Failure>}
      <FormActions action="Save" isPending={change.isPending} isDisabled={name.trim() === ''} onCancel={onDone} />
    </form>
  );
}
