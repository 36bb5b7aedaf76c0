import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { explain } from '../api/problem';
import { Avatar } from '../ui/Avatar';
import { Button, IconButton } from '../ui/Button';
import { SearchField } from '../ui/fields';
import { Failure } from '../ui/states';
import { useSettled } from '../ui/useSettled';
import type { Person } from '../session/person';
import { peopleQuery } from './queries';
import './people-field.css';

interface PeopleFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly people: readonly Person[];
  readonly onChange: (people: readonly Person[]) => void;
  /** One's colleagues, unless it says others. */
  readonly find?: (q: string) => ReturnType<typeof peopleQuery>;
}

/** Chooses some of many people. */
export function PeopleField({ label, error, people, onChange, find = peopleQuery }: PeopleFieldProps) {
  const [search, setSearch] = useState('');
  const found = useQuery(find(useSettled(search.trim())));
  const others = found.data?.users.filter(({ id }) => people.every((chosen) => chosen.id !== id)) ?? [];
  return (
    <div className="people-field" role="group" aria-label={label}>
      <p className="people-label">{label}</p>
      {people.length > 0 && (
        <ul className="people-chosen" aria-label="Chosen">
          {people.map((person) => (
            <li key={person.id}>
              <Avatar name={person.name} src={person.avatar} size="small" />
              {person.name}
              <IconButton
                label={`Leave ${person.name} out`}
                onPress={() => onChange(people.filter(({ id }) => id !== person.id))}
              >
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <SearchField label="Search people" value={search} onChange={setSearch} />
      {found.isError && <Failure>{explain(found.error)}</Failure>}
      {found.isSuccess && others.length === 0 && <p className="small soft">Nobody else.</p>}
      <ul className="people-found" aria-label="Found">
        {others.map((person) => (
          <li key={person.id}>
            <Button look="quiet" size="small" onPress={() => onChange([...people, person])}>
              <Plus aria-hidden /> {person.name}
            </Button>
          </li>
        ))}
      </ul>
      {error !== undefined && <Failure>{error}</Failure>}
    </div>
  );
}
