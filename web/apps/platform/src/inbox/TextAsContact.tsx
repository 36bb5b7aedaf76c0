import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { explain } from '../api/problem';
import { TextField } from '../ui/fields';
import { FormActions } from '../ui/FormActions';
import { Select } from '../ui/Menu';
import { Failure } from '../ui/states';
import { type Carrier, carrierNames, type Contact, nameOf } from './contact';
import { inboxApi } from './queries';

/** Where no real carrier is connected: lets one be the contact for a moment. */
export function TextAsContact({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const [body, setBody] = useState('');
  const [channel, setChannel] = useState<Carrier>(contact.channels[0] ?? 'sms');
  const text = useMutation({ mutationFn: () => inboxApi.textAs(contact.id, body.trim(), channel), onSuccess: onDone });
  function send(event: FormEvent) {
    event.preventDefault();
    text.mutate();
  }
  return (
    <form className="stack" onSubmit={send}>
      <p className="soft">
        This platform has no real carrier. The one inside delivers your text as if {nameOf(contact)} had sent it; STOP and START
        do what they do.
      </p>
      <TextField label="Text" autoFocus rows={2} value={body} onChange={setBody} maxLength={1_600} />
      {contact.channels.length > 1 && (
        <Select
          label="By"
          value={channel}
          options={contact.channels.map((carrier) => ({ value: carrier, text: carrierNames[carrier] }))}
          onChange={setChannel}
        />
      )}
      {text.isError && <Failure>{explain(text.error)}</Failure>}
      <FormActions action="Text in" isPending={text.isPending} isDisabled={body.trim() === ''} onCancel={onDone} />
    </form>
  );
}
