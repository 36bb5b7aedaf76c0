import { useState } from 'react';
import { explain, isProblem } from '../api/problem';
import { NewPasswordField } from '../session/NewPasswordField';
import { passwordError } from '../session/password';
import { Button } from '../ui/Button';
import { TextField } from '../ui/fields';
import { Failure } from '../ui/states';
import { toast } from '../ui/toasts';
import { useChecked } from '../ui/useChecked';
import { useRefusal } from '../ui/useRefusal';
import { useChangePassword } from './queries';

type Errors = Partial<Record<'current' | 'password', string>>;

export function ChangePassword({ email }: { readonly email: string | undefined }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useChangePassword();
  const form = useRefusal(change.error);
  const { errors, submit, beginAnew } = useChecked(
    () => checked(current, password),
    () =>
      change.mutate(
        { current, password },
        {
          onSuccess: () => {
            setCurrent('');
            setPassword('');
            beginAnew();
            change.reset();
            toast({ text: 'You have another password. All other devices are signed out.' });
          },
        },
      ),
  );
  const refused = refusal(change.error);

  function typed(set: (value: string) => void, value: string) {
    set(value);
    if (change.isError) {
      change.reset();
    }
  }

  return (
    <section className="account-part card" aria-labelledby="password">
      <h2 id="password">Password</h2>
      <p className="soft">Another one signs you out on all other devices, at once.</p>
      <form className="stack" onSubmit={submit} noValidate ref={form}>
        {/* So that password managers know whose it is. */}
        <input hidden readOnly type="email" name="email" autoComplete="username" value={email ?? ''} />
        <TextField
          label="Current password"
          type="password"
          name="current-password"
          autoComplete="current-password"
          isRequired
          value={current}
          onChange={(value) => typed(setCurrent, value)}
          error={errors.current ?? refused.current}
        />
        <NewPasswordField
          value={password}
          onChange={(value) => typed(setPassword, value)}
          error={errors.password ?? refused.password}
        />
        {change.isError && Object.keys(refused).length === 0 && <Failure>{explain(change.error)}</Failure>}
        <div>
          <Button type="submit" isPending={change.isPending}>
            {change.isPending ? 'Changing…' : 'Change my password'}
          </Button>
        </div>
      </form>
    </section>
  );
}

function checked(current: string, password: string): Errors {
  const error = passwordError(password);
  return {
    ...(current === '' ? { current: 'Say which one you have.' } : {}),
    ...(error === undefined ? {} : { password: error }),
  };
}

/** What the back end has against one of both. */
function refusal(error: unknown): Errors {
  if (isProblem(error, 'wrong_password')) {
    return { current: explain(error) };
  }
  return isProblem(error, 'weak_password') ? { password: explain(error) } : {};
}
