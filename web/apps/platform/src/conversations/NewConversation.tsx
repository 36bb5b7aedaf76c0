import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../api/problem';
import { useUser } from '../session/session';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { SearchField } from '../ui/fields';
import { Failure, Skeleton } from '../ui/states';
import { useSettled } from '../ui/useSettled';
import { peopleQuery, useOpenConversation } from './queries';

export function NewConversation({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="New conversation" isOpen={isOpen} onClose={onClose}>
      <ChoosePerson onChosen={onClose} />
    </Dialog>
  );
}

function ChoosePerson({ onChosen }: { readonly onChosen: () => void }) {
  const me = useUser().id;
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const people = useQuery(peopleQuery(useSettled(search.trim())));
  const open = useOpenConversation();
  function write(participantId: string) {
    open.mutate(
      { participantId },
      {
        onSuccess: (conversation) => {
          onChosen();
          void navigate(`/messages/${conversation.id}`);
        },
      },
    );
  }
  const others = people.data?.users.filter(({ id }) => id !== me) ?? [];
  return (
    <div className="stack">
      <SearchField label="Whom do you want to write to?" value={search} onChange={setSearch} />
      {people.isPending && <Skeleton lines={4} />}
      {people.isError && <Failure>{explain(people.error)}</Failure>}
      {open.isError && <Failure>{explain(open.error)}</Failure>}
      {people.isSuccess && others.length === 0 && <p className="soft">Nobody found.</p>}
      <ul>
        {others.map((person) => (
          <li key={person.id}>
            <Button look="quiet" isWide isDisabled={open.isPending} onPress={() => write(person.id)}>
              <Avatar name={person.name} src={person.avatar} size="small" /> {person.name}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
