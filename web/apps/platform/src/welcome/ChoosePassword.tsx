import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem, explain, isProblem } from '../api/problem';
import { NewPasswordField } from '../session/NewPasswordField';
import { passwordError } from '../session/password';
import { sessionQuery } from '../session/session';
import { Button } from '../ui/Button';
import { TextField } from '../ui/fields';
import { Failure } from '../ui/states';
import { dateAndTime } from '../ui/time';
import { useChecked } from '../ui/useChecked';
import { useRefusal } from '../ui/useRefusal';
import { type Invited, useAccept } from './queries';

export function ChoosePassword({ token, invited }: { readonly token: string; readonly invited: Invited }) {
  const { name, email, expiresAt } = invited;
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const signedIn = useQuery(sessionQuery).data;
  const accept = useAccept();
  const form = useRefusal(accept.error);
  const { errors, submit } = useChecked(
    () => {
      const error = passwordError(password);
      return error === undefined ? {} : { password: error };
    },
    () =>
      accept.mutate(
        { token, password },
        {
          onSuccess: () => {
            setPassword('');
            void navigate('/', { replace: true });
          },
        },
      ),
  );
  const isWeak = isProblem(accept.error, 'weak_password');
  const isOver = accept.isPending || accept.isSuccess;

  function change(typed: string) {
    setPassword(typed);
    if (accept.isError) {
      accept.reset();
    }
  }

  return (
    <form className="stack" onSubmit={submit} noValidate ref={form}>
      <p>
        {name}, choose the password that you will sign in with. This link works until{' '}
        <time dateTime={expiresAt}>{dateAndTime(expiresAt)}</time>.
      </p>
      {signedIn && !isOver && <p className="soft">You are signed in as {signedIn.name}. This signs you out here.</p>}
      <TextField label="E-mail" type="email" name="email" autoComplete="username" isReadOnly value={email} />
      <NewPasswordField
        value={password}
        onChange={change}
        autoFocus
        error={isOver ? undefined : isWeak ? explain(accept.error) : errors.password}
      />
      {accept.isError && !isWeak && <Failure>{refusal(accept.error)}</Failure>}
      <Button type="submit" look="primary" isWide isPending={isOver}>
        {isOver ? 'Signing in…' : 'Save and sign in'}
      </Button>
    </form>
  );
}

function refusal(error: unknown): string {
  return error instanceof ApiProblem && error.status === 404
    ? 'This link has stopped working meanwhile. Ask an administrator, or whoever sent it to you, for another.'
    : explain(error);
}
