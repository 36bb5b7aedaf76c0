import { type FormEvent, useState } from 'react';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/fields';
import { Failure } from '../ui/states';
import { useDeleteAccount } from './queries';

export function DeleteAccount() {
  const [isAsking, setAsking] = useState(false);
  return (
    <section className="account-part card" aria-labelledby="delete">
      <h2 id="delete">Deleting your account</h2>
      <p className="soft">
        What others need stays, such as bids and orders, but says “Deleted user”. All the rest is gone for good, and you are
        signed out everywhere.
      </p>
      <div>
        <Button look="danger" onPress={() => setAsking(true)}>
          Delete my account
        </Button>
      </div>
      <Dialog title="Delete your account?" isOpen={isAsking} onClose={() => setAsking(false)} role="alertdialog">
        <Confirmation onCancel={() => setAsking(false)} />
      </Dialog>
    </section>
  );
}

function Confirmation({ onCancel }: { readonly onCancel: () => void }) {
  const [password, setPassword] = useState('');
  const remove = useDeleteAccount();
  function submit(event: FormEvent) {
    event.preventDefault();
    remove.mutate(password);
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>Nobody can bring it back, neither you nor we.</p>
      <TextField
        label="Your password"
        type="password"
        autoComplete="current-password"
        autoFocus
        isRequired
        value={password}
        onChange={setPassword}
      />
      {remove.isError && <Failure>{explain(remove.error)}</Failure>}
      <div className="dialog-actions">
        <Button onPress={onCancel}>Cancel</Button>
        <Button type="submit" look="danger" isPending={remove.isPending} isDisabled={password === ''}>
          {remove.isPending ? 'Deleting…' : 'Delete for good'}
        </Button>
      </div>
    </form>
  );
}
