import { type FormEvent, useEffect, useState } from 'react';
import { AnnouncementBanners } from '../announcements/AnnouncementBanners';
import { Button } from '../ui/Button';
import { TextField } from '../ui/fields';
import { Avatar } from '../ui/Avatar';
import { Failure } from '../ui/states';
import { ApiProblem, explain } from '../api/problem';
import { Entrance } from './Entrance';
import { useSignIn } from './session';

const DEMO_PASSWORD = 'fanfare';
const demoUsers = [
  { email: 'ada@demo.test', name: 'Ada', role: 'sells' },
  { email: 'bob@demo.test', name: 'Bob', role: 'buys' },
  { email: 'cleo@demo.test', name: 'Cleo', role: 'buys' },
  { email: 'dan@demo.test', name: 'Dan', role: 'runs the desk' },
] as const;

export function SignInPage() {
  const signIn = useSignIn();
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
      <section aria-labelledby="demo-users" className="demo-users">
        <h2 id="demo-users">Or look around as</h2>
        <ul>
          {demoUsers.map((user) => (
            <li key={user.email}>
              <Button
                isWide
                isDisabled={signIn.isPending}
                onPress={() => signIn.mutate({ email: user.email, password: DEMO_PASSWORD })}
              >
                <Avatar name={user.name} size="small" />
                <span>
                  {user.name} <span className="soft small">{user.role}</span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </Entrance>
  );
}

function reason(error: unknown): string {
  return error instanceof ApiProblem && error.status === 401 ? 'E-mail and password do not match.' : explain(error);
}
