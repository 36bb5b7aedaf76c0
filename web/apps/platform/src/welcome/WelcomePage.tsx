import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiProblem } from '../api/problem';
import { Entrance } from '../session/Entrance';
import { sessionQuery } from '../session/session';
import { ButtonLink } from '../ui/Button';
import { Loaded } from '../ui/Loaded';
import { ChoosePassword } from './ChoosePassword';
import { invitedQuery } from './queries';
import { useLinkToken } from './useLinkToken';

/** Where links lead with which somebody chooses a password. */
export function WelcomePage() {
  const token = useLinkToken();
  const invited = useQuery(invitedQuery(token));
  useEffect(() => {
    document.title = 'Welcome · Fanfare';
  }, []);
  const isDead = invited.error instanceof ApiProblem && invited.error.status === 404;
  return (
    <Entrance>
      {token === '' || isDead ? (
        <DeadLink isMissing={token === ''} />
      ) : (
        <>
          <h1>Welcome to Fanfare</h1>
          <Loaded query={invited} label="Looking at your link">
            {(person) => <ChoosePassword key={token} token={token} invited={person} />}
          </Loaded>
        </>
      )}
    </Entrance>
  );
}

function DeadLink({ isMissing }: { readonly isMissing: boolean }) {
  const isSignedIn = Boolean(useQuery(sessionQuery).data);
  return (
    <>
      <h1>{isMissing ? 'Open your link again' : 'This link does not work any more'}</h1>
      <p>
        {isMissing
          ? 'This page knows who you are by the whole link that you were sent, and only once for each time you open it.'
          : 'Links work once, and for a few days. Perhaps there is a newer one. If not, ask an administrator, or whoever sent it to you, for another.'}
      </p>
      <p>Have you chosen a password already? Then sign in with it.</p>
      <ButtonLink href="/" look="primary" isWide>
        {isSignedIn ? 'To Fanfare' : 'Sign in'}
      </ButtonLink>
    </>
  );
}
