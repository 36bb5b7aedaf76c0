import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../api/problem';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/fields';
import { FormActions } from '../ui/FormActions';
import { Select } from '../ui/Menu';
import { Failure } from '../ui/states';
import { inboxApi, teamsQuery, useContactAction } from './queries';

export function NewContact({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="New contact" isOpen={isOpen} onClose={onClose}>
      <NewContactForm onDone={onClose} />
    </Dialog>
  );
}

function NewContactForm({ onDone }: { readonly onDone: () => void }) {
  const navigate = useNavigate();
  const teams = useQuery(teamsQuery).data?.teams ?? [];
  const [phone, setPhone] = useState('');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string>();
  const add = useContactAction(inboxApi.add);
  const teamId = chosen ?? teams[0]?.id;

  function save(event: FormEvent) {
    event.preventDefault();
    if (teamId === undefined) {
      return;
    }
    const contact = { phone: phone.trim(), teamId, ...(name.trim() && { name: name.trim() }) };
    add.mutate(contact, {
      onSuccess: ({ id }) => {
        onDone();
        void navigate(`/inbox/${id}`);
      },
    });
  }

  return (
    <form className="stack" onSubmit={save}>
      <TextField
        label="Phone number"
        type="tel"
        autoFocus
        placeholder="+44 7700 900123"
        hint="With the code of the country"
        value={phone}
        onChange={setPhone}
      />
      <TextField label="Name (optional)" value={name} onChange={setName} maxLength={100} />
      {teams.length > 1 && teamId !== undefined && (
        <Select
          label="Team"
          value={teamId}
          options={teams.map((team) => ({ value: team.id, text: team.name }))}
          onChange={setChosen}
        />
      )}
      {add.isError && <Failure>{explain(add.error)}</Failure>}
      <FormActions
        action="Add"
        isPending={add.isPending}
        isDisabled={phone.trim() === '' || teamId === undefined}
        onCancel={onDone}
      />
    </form>
  );
}
