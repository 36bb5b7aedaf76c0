import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { RouterProvider as AriaRouter } from 'react-aria-components';
import { type NavigateOptions, useHref, useLocation, useNavigate } from 'react-router';
import { onSignedOut } from '../api/http';
import { Realtime } from '../realtime';
import { forget, sessionQuery, UserContext } from '../session/session';
import { ErrorState } from '../ui/states';

declare module 'react-aria-components' {
  interface RouterConfig {
    routerOptions: NavigateOptions;
  }
}

// Who comes is signed in more often than not, so that it is not waited for who they are.
const shell = import('./Shell');
const Shell = lazy(async () => ({ default: (await shell).Shell }));
const SignInPage = lazy(async () => ({ default: (await import('../session/SignInPage')).SignInPage }));
const WelcomePage = lazy(async () => ({ default: (await import('../welcome/WelcomePage')).WelcomePage }));

const waiting = <main aria-busy="true" aria-label="Loading" />;

/** The gate: nothing behind it is drawn, asked for or subscribed before somebody is signed in. */
export function App() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  const isInvited = useLocation().pathname === '/welcome';
  useEffect(() => onSignedOut(() => client.getQueryData(sessionQuery.queryKey) && forget(client)), [client]);
  if (session.isPending) {
    return waiting;
  }
  if (session.isError) {
    return (
      <main>
        <ErrorState error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  return (
    <AriaRouter navigate={(path, options) => void navigate(path, options)} useHref={useHref}>
      {isInvited ? (
        <Suspense fallback={waiting}>
          <WelcomePage />
        </Suspense>
      ) : (
        <Realtime key={session.data?.id} userId={session.data?.id}>
          <UserContext value={session.data}>
            <Suspense fallback={waiting}>{session.data ? <Shell /> : <SignInPage />}</Suspense>
          </UserContext>
        </Realtime>
      )}
    </AriaRouter>
  );
}
