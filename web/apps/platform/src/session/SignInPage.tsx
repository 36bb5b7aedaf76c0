import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { AnnouncementBanners } from '../announcements/AnnouncementBanners';
import { Button } from '../ui/Button';
import { TextField } from '../ui/fields';
import { Avatar } from '../ui/Avatar';
import { Failure } from '../ui/states';
import { ApiProblem, explain } from '../api/problem';
import { demoQuery } from './demo';
import { Entrance } from './Entrance';
import { useSignIn } from './session';

export function SignInPage() {
  const signIn = useSignIn();
  const demo = useQuery(demoQuery).data;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  useEffect(() => {
    document.title = 'Sign in · Fanfare';
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    signIn.mutate({ email, password });
  }

  return (
    <Entrance banners={<AnnouncementBanners />}>
      <h1>Sign in</h1>
      <form onSubmit={submit} className="stack">
        <TextField
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          isRequired
          value={email}
          onChange={setEmail}
        />
        <TextField
          label="Password"
          type="password"
          name="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={setPassword}
        />
        {signIn.isError && <Failure>{reason(signIn.error)}</Failure>}
        <Button type="submit" look="primary" isWide isPending={signIn.isPending}>
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
      {demo?.password && (
        <section aria-labelledby="demo-users" className="demo-users">
          <h2 id="demo-users">Or look around as</h2>
          <ul>
            {demo.accounts.map(({ email, name, does }) => (
              <li key={email}>
                <Button
                  isWide
                  isDisabled={signIn.isPending}
                  onPress={() => signIn.mutate({ email, password: demo.password ?? '' })}
                >
                  <Avatar name={name} size="small" />
                  <span>
                    {name} <span className="soft small">{does}</span>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Entrance>
  );
}

function reason(error: unknown): string {
  return error instanceof ApiProblem && error.status === 401 ? 'E-mail and password do not match.' : explain(error);
}
