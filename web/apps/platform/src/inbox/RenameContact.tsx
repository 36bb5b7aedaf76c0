import { type FormEvent, useState } from 'react';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { TextField } from '../ui/fields';
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
      <div className="dialog-actions">
        <Button onPress={onDone}>Cancel</Button>
        <Button type="submit" look="primary" isPending={change.isPending} isDisabled={name.trim() === ''}>
          Save
        </Button>
      </div>
    </form>
  );
}
