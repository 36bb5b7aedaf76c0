import { Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { Button } from '../../ui/Button';
import { dateAndTime } from '../../ui/time';
import type { Invitation } from './person';
import '../../ui/fields.css';

interface InvitationLinkProps {
  readonly name: string;
  readonly invitation: Invitation;
  readonly onDone: () => void;
}

/** It is kept nowhere: who closes this without it makes another. */
export function InvitationLink({ name, invitation: { url, expiresAt }, onDone }: InvitationLinkProps) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setSaid('Copied.');
    } catch {
      // Browsers let pages do that on HTTPS only, and not all of them.
      field.current?.focus();
      field.current?.select();
      setSaid('Your browser does not let us. The link is selected: copy it yourself.');
    }
  }
  return (
    <div className="stack">
      <p>
        Send {name} this link, in a way that only they read: whoever has it chooses the password. It works once, until{' '}
        <time dateTime={expiresAt}>{dateAndTime(expiresAt)}</time>, and is shown only now.
      </p>
      <TextField className="field" value={url} isReadOnly>
        <Label>Link</Label>
        <Input ref={field} onFocus={(event) => event.currentTarget.select()} />
      </TextField>
      <p role="status" className="small soft">
        {said}
      </p>
      <div className="dialog-actions">
        <Button onPress={onDone}>Done</Button>
        <Button look="primary" autoFocus onPress={() => void copy()}>
          <Copy aria-hidden /> Copy the link
        </Button>
      </div>
    </div>
  );
}
