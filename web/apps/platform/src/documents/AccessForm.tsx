import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { explain } from '../api/problem';
import { peopleQuery } from '../conversations/queries';
import type { Person } from '../session/person';
import { Avatar } from '../ui/Avatar';
import { Switch } from '../ui/fields';
import { FormActions } from '../ui/FormActions';
import { Failure, Skeleton } from '../ui/states';
import type { SharedDocument } from './document';
import { useSetAccess } from './queries';

interface AccessFormProps {
  readonly document: SharedDocument;
  readonly isOwner: boolean;
  readonly onDone: () => void;
}

/** Whom a document is for. Its owner changes that, the others see it. */
export function AccessForm({ document, isOwner, onDone }: AccessFormProps) {
  if (!isOwner) {
    return <Reading document={document} />;
  }
  return <Choosing document={document} onDone={onDone} />;
}

function Reading({ document }: { readonly document: SharedDocument }) {
  return (
    <div className="stack">
      {document.access === 'tenant' ? (
        <p>Everybody you work with.</p>
      ) : (
        <ul className="stack">
          {document.members.map((person) => (
            <li key={person.id} className="row">
              <Avatar name={person.name} src={person.avatar} size="small" /> {person.name}
            </li>
          ))}
        </ul>
      )}
      <p className="soft">Only {document.owner.name} can change that.</p>
    </div>
  );
}

function Choosing({ document, onDone }: { readonly document: SharedDocument; readonly onDone: () => void }) {
  const [isForSome, setForSome] = useState(document.access === 'members');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(document.members.map(({ id }) => id)));
  const people = useQuery(peopleQuery(''));
  const access = useSetAccess(document.id);
  const others = colleagues(document, people.data?.users ?? []);

  function choose(id: string, isChosen: boolean) {
    setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((other) => other !== id)));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    access.mutate(isForSome ? { access: 'members', memberIds: [...chosen] } : { access: 'tenant', memberIds: [] }, {
      onSuccess: onDone,
    });
  }

  return (
    <form className="stack" onSubmit={submit}>
      <Switch isSelected={isForSome} onChange={setForSome}>
        Only for those I choose
      </Switch>
      {isForSome && people.isPending && <Skeleton lines={4} label="Loading colleagues" />}
      {isForSome && (
        <div role="group" aria-label="Colleagues" className="access-people">
          {others.map(({ id, name }) => (
            <Switch key={id} isSelected={chosen.has(id)} onChange={(isChosen) => choose(id, isChosen)}>
              {name}
            </Switch>
          ))}
        </div>
      )}
      <p className="soft">
        {isForSome
          ? 'Whoever is not chosen loses it at once, even in the middle of a word.'
          : 'Everybody you work with reads and writes.'}
      </p>
      {people.isError && <Failure>{explain(people.error)}</Failure>}
      {access.isError && <Failure>{explain(access.error)}</Failure>}
      <FormActions action="Save" isPending={access.isPending} onCancel={onDone} />
    </form>
  );
}

/** Those there are, and those on the list who are not among the first of them; the owner always may. */
function colleagues({ members, owner }: SharedDocument, people: ReadonlyArray<Pick<Person, 'id' | 'name'>>) {
  const all = new Map([...members, ...people].map((person) => [person.id, person]));
  all.delete(owner.id);
  return [...all.values()].sort((one, other) => one.name.localeCompare(other.name));
}
