import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Inbox, UserPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { usePolling } from '../realtime';
import { useUser } from '../session/session';
import { Button, IconButton } from '../ui/Button';
import { SearchField } from '../ui/fields';
import { PagedList } from '../ui/PagedList';
import { EmptyState, Skeleton } from '../ui/states';
import { Tabs } from '../ui/Tabs';
import { useSettled } from '../ui/useSettled';
import { type View, viewOf, views } from './contact';
import { ContactRow } from './ContactRow';
import { NewContact } from './NewContact';
import { contactsQuery, viewersQuery } from './queries';

const viewNames: Readonly<Record<View, string>> = {
  open: 'Open',
  mine: 'Mine',
  unassigned: 'Unassigned',
  snoozed: 'Snoozed',
  closed: 'Closed',
};

export function ContactList({ currentId }: { readonly currentId: string | undefined }) {
  const { pathname } = useLocation();
  const view = viewOf(useSearchParams()[0].get('view'));
  const [search, setSearch] = useState('');
  const [isAdding, setAdding] = useState(false);
  const q = useSettled(search.trim());
  const heading = useRef<HTMLHeadingElement>(null);
  const Title = currentId === undefined ? 'h1' : 'h2'; // beside a thread the page is the thread's
  useEffect(() => {
    if (currentId === undefined) {
      document.title = 'Inbox · Fanfare';
      heading.current?.focus({ preventScroll: true });
    }
  }, [currentId]);
  return (
    <section className="conversation-list contact-list" aria-label="Contacts">
      <div className="row spread">
        <Title ref={heading} tabIndex={-1} className="conversation-title">
          Inbox
        </Title>
        <IconButton label="New contact" onPress={() => setAdding(true)}>
          <UserPlus aria-hidden />
        </IconButton>
      </div>
      <SearchField label="Search contacts" value={search} onChange={setSearch} />
      <Tabs
        label="Which contacts"
        tabs={views.map((one) => ({ to: `${pathname}?view=${one}`, text: viewNames[one], isCurrent: one === view }))}
      />
      <div className="conversation-scroll">
        <Contacts view={view} q={q} currentId={currentId} onNew={() => setAdding(true)} />
      </div>
      <NewContact isOpen={isAdding} onClose={() => setAdding(false)} />
    </section>
  );
}

interface ContactsProps {
  readonly view: View;
  readonly q: string;
  readonly currentId: string | undefined;
  readonly onNew: () => void;
}

function Contacts({ view, q, currentId, onNew }: ContactsProps) {
  const me = useUser().id;
  const refetchInterval = usePolling();
  const query = useInfiniteQuery({ ...contactsQuery(view, q), refetchInterval });
  const { data: viewers } = useQuery({ ...viewersQuery, refetchInterval });
  return (
    <PagedList
      query={query}
      entriesOf={(page) => page.contacts}
      isQuiet
      loading={<Skeleton lines={6} label="Loading contacts" />}
      empty={
        q === '' ? (
          <EmptyState icon={Inbox} title={nothing[view]} action={<Button onPress={onNew}>New contact</Button>} />
        ) : (
          <p className="conversation-none soft" role="status">
            No contact matches.
          </p>
        )
      }
    >
      {(contact) => (
        <ContactRow
          contact={contact}
          viewers={(viewers?.get(contact.id) ?? []).filter(({ id }) => id !== me)}
          view={view}
          isCurrent={contact.id === currentId}
        />
      )}
    </PagedList>
  );
}

const nothing: Readonly<Record<View, string>> = {
  open: 'Nobody waits',
  mine: 'Nothing is yours',
  unassigned: 'Everything has somebody',
  snoozed: 'Nothing is snoozed',
  closed: 'Nothing is closed',
};
