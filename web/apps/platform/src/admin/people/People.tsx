import { useInfiniteQuery } from '@tanstack/react-query';
import { UserRoundPlus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { explain } from '../../api/problem';
import { useUser } from '../../session/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SearchField } from '../../ui/fields';
import { PagedList } from '../../ui/PagedList';
import { EmptyState, Skeleton } from '../../ui/states';
import { toast } from '../../ui/toasts';
import { useSettled } from '../../ui/useSettled';
import { DeactivatePerson } from './DeactivatePerson';
import { EditPerson } from './EditPerson';
import { InvitationLink } from './InvitationLink';
import { InvitePerson } from './InvitePerson';
import type { Invitation, PersonEntry } from './person';
import { NewLink } from './NewLink';
import { PersonRow, type Wish } from './PersonRow';
import { peopleQuery, useChangePerson } from './queries';
import '../../ui/cards.css';
import './people.css';

type Asked =
  | { readonly what: 'invite' }
  | { readonly what: Exclude<Wish, 'activate'>; readonly person: PersonEntry }
  | { readonly what: 'show-link'; readonly name: string; readonly invitation: Invitation };

/** Who may sign in, as what, and where. */
export function People() {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const [asked, setAsked] = useState<Asked | null>(null);
  const me = useUser().id;
  const activate = useChangePerson();

  function wish(what: Wish, person: PersonEntry) {
    if (what !== 'activate') {
      setAsked({ what, person });
      return;
    }
    activate.mutate(
      { id: person.id, change: { isActive: true } },
      {
        onSuccess: ({ name }) => toast({ text: `${name} can sign in again.` }),
        onError: (error) => toast({ text: `${person.name} is as before: ${explain(error)}`, tone: 'danger' }),
      },
    );
  }

  return (
    <>
      <div className="list-tools">
        <SearchField label="Search by name or e-mail" value={typed} onChange={setTyped} />
        <Button look="primary" onPress={() => setAsked({ what: 'invite' })}>
          <UserRoundPlus aria-hidden /> Invite somebody
        </Button>
      </div>
      <PagedList
        query={useInfiniteQuery(peopleQuery(q))}
        entriesOf={(page) => page.people}
        className="people-list"
        loading={<Skeleton lines={6} label="Loading the people" />}
        empty={
          <EmptyState icon={UsersRound} title="Nobody found">
            Nobody’s name or e-mail has that in it.
          </EmptyState>
        }
      >
        {(person) => <PersonRow person={person} isMe={person.id === me} onWish={(what) => wish(what, person)} />}
      </PagedList>
      <Dialogs asked={asked} ask={setAsked} />
    </>
  );
}

/** Here and not in the rows, which may go while somebody reads a link. */
function Dialogs({ asked, ask }: { readonly asked: Asked | null; readonly ask: (asked: Asked | null) => void }) {
  const close = () => ask(null);
  const show = (name: string, invitation: Invitation) => ask({ what: 'show-link', name, invitation });
  return (
    <>
      {/* One and the same until the link has been seen, so that the focus finds back to where it was. */}
      <Dialog
        title={asked ? titleOf(asked) : ''}
        isOpen={asked?.what === 'invite' || asked?.what === 'link' || asked?.what === 'show-link'}
        onClose={close}
        role={asked?.what === 'invite' ? 'dialog' : 'alertdialog'}
      >
        {asked?.what === 'invite' && <InvitePerson onInvited={show} onCancel={close} />}
        {asked?.what === 'link' && <NewLink person={asked.person} onMade={show} onCancel={close} />}
        {asked?.what === 'show-link' && <InvitationLink name={asked.name} invitation={asked.invitation} onDone={close} />}
      </Dialog>
      <Dialog title={asked?.what === 'edit' ? `Change ${asked.person.name}` : ''} isOpen={asked?.what === 'edit'} onClose={close}>
        {asked?.what === 'edit' && <EditPerson person={asked.person} onDone={close} />}
      </Dialog>
      {asked?.what === 'deactivate' && <DeactivatePerson person={asked.person} onClose={close} />}
    </>
  );
}

function titleOf(asked: Asked): string {
  switch (asked.what) {
    case 'invite':
      return 'Invite somebody';
    case 'link':
      return `A new link for ${asked.person.name}?`;
    case 'show-link':
      return `A link for ${asked.name}`;
    default:
      return '';
  }
}
