import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../api/problem';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { SearchField } from '../ui/fields';
import { Failure, Skeleton } from '../ui/states';
import { useSettled } from '../ui/useSettled';
import { type Contact, nameOf } from './contact';
import { contactsQuery, inboxApi, useContactAction } from './queries';
import { useFollow } from './useFollowMerge';

/** Two entries for one person become one; which goes and which stays is said before it happens. */
export function MergeContact({ contact }: { readonly contact: Contact }) {
  const [search, setSearch] = useState('');
  const [into, setInto] = useState<Contact>();
  const found = useInfiniteQuery(contactsQuery('all', useSettled(search.trim())));
  const candidates =
    found.data?.pages
      .flatMap(({ contacts }) => contacts)
      .filter(({ id, team }) => id !== contact.id && team.id === contact.team.id) ?? [];
  if (into) {
    return <Confirm contact={contact} into={into} onBack={() => setInto(undefined)} />;
  }
  return (
    <div className="stack">
      <SearchField label="With whom?" value={search} onChange={setSearch} />
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && <Failure>{explain(found.error)}</Failure>}
      {found.isSuccess && candidates.length === 0 && <p className="soft">Nobody found in {contact.team.name}.</p>}
      <ul className="merge-candidates">
        {candidates.map((candidate) => (
          <li key={candidate.id}>
            <Button look="quiet" isWide onPress={() => setInto(candidate)}>
              <Avatar name={nameOf(candidate)} size="small" /> {nameOf(candidate)}{' '}
              <span className="soft small tabular">{candidate.phone}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ConfirmProps {
  readonly contact: Contact;
  readonly into: Contact;
  readonly onBack: () => void;
}

function Confirm({ contact, into, onBack }: ConfirmProps) {
  const follow = useFollow();
  const merge = useContactAction(async () => {
    const merged = await inboxApi.merge(contact.id, into.id);
    follow(merged.id); // this dialog goes with the contact that is no more
    return merged;
  });
  return (
    <div className="stack">
      <p>
        All messages and notes of <strong>{nameOf(contact)}</strong> ({contact.phone}) go to <strong>{nameOf(into)}</strong> (
        {into.phone}). {nameOf(contact)} is no contact of its own any more. This cannot be undone.
      </p>
      {merge.isError && <Failure>{explain(merge.error)}</Failure>}
      <div className="dialog-actions">
        <Button onPress={onBack}>Back</Button>
        <Button look="danger" isPending={merge.isPending} onPress={() => merge.mutate(undefined)}>
          Merge
        </Button>
      </div>
    </div>
  );
}
