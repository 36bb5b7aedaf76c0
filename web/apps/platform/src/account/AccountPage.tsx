import { BellRing, Download, LogOut, MonitorSmartphone } from 'lucide-react';
import { explain } from '../api/problem';
import { useSignOut, useUser } from '../session/session';
import { Avatar } from '../ui/Avatar';
import { Button, ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { Failure } from '../ui/states';
import { toast } from '../ui/toasts';
import { ChangePassword } from './ChangePassword';
import { DeleteAccount } from './DeleteAccount';
import { useExport } from './queries';
import { save } from './save';
import './account.css';

export function AccountPage() {
  const { name, email, avatar } = useUser();
  return (
    <Page title="Account" isNarrow>
      <section className="account-part card" aria-label="Who you are">
        <div className="row">
          <Avatar name={name} src={avatar} />
          <p>
            <strong>{name}</strong>
            {email && <span className="soft"> {email}</span>}
          </p>
        </div>
        <ButtonLink href="/notifications/preferences">
          <BellRing aria-hidden /> Notification preferences
        </ButtonLink>
      </section>
      <ChangePassword email={email} />
      <Sessions />
      <Data />
      <DeleteAccount />
    </Page>
  );
}

function Sessions() {
  const signOut = useSignOut();
  return (
    <section className="account-part card" aria-labelledby="sessions">
      <h2 id="sessions">Signing out</h2>
      <p className="soft">Everywhere means on every device, and at once: what is open there shows the sign-in page.</p>
      <div className="row">
        <Button onPress={() => signOut.mutate('here')} isPending={signOut.isPending && signOut.variables === 'here'}>
          <LogOut aria-hidden /> Sign out
        </Button>
        <Button
          look="danger"
          onPress={() => signOut.mutate('everywhere')}
          isPending={signOut.isPending && signOut.variables === 'everywhere'}
        >
          <MonitorSmartphone aria-hidden /> Sign out everywhere
        </Button>
      </div>
      {signOut.isError && <Failure>You are still signed in: {explain(signOut.error)}</Failure>}
    </section>
  );
}

function Data() {
  const exporting = useExport();
  const { id } = useUser();
  return (
    <section className="account-part card" aria-labelledby="data">
      <h2 id="data">Your data</h2>
      <p className="soft">All that is kept of you, by every part of Fanfare, in one JSON file.</p>
      <div>
        <Button
          isPending={exporting.isPending}
          onPress={() =>
            exporting.mutate(undefined, {
              onSuccess: (all) => {
                save(`fanfare-${id}.json`, all);
                toast({ text: 'Your data is in your downloads.' });
              },
            })
          }
        >
          <Download aria-hidden /> {exporting.isPending ? 'Gathering…' : 'Download my data'}
        </Button>
      </div>
      {exporting.isError && <Failure>{explain(exporting.error)}</Failure>}
    </section>
  );
}
