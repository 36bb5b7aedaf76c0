import type { Roster } from '../realtime';
import { Avatar } from '../ui/Avatar';

const MOST_FACES = 5;

/** Who has the document open, oneself first. */
export function PeopleHere({ roster, me }: { readonly roster: Roster; readonly me: string }) {
  const people = [...roster.members].sort((one, other) => Number(other.id === me) - Number(one.id === me));
  const more = people.length - MOST_FACES;
  return (
    <div className="people-here" data-stale={roster.isStale}>
      <ul aria-label="Who is here">
        {people.slice(0, MOST_FACES).map(({ id, name, avatar }) => (
          <li key={id} title={id === me ? `${name} (you)` : name}>
            <Avatar name={name} src={avatar} size="small" />
            <span className="visually-hidden">{id === me ? `${name} (you)` : name}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <span className="soft">+{more}</span>}
      <span className="soft people-count">{people.length > 1 ? `${people.length} here` : 'Only you are here'}</span>
    </div>
  );
}

export function WhoTypes({ roster, userIds }: { readonly roster: Roster; readonly userIds: readonly string[] }) {
  const names = userIds.map((id) => roster.members.find((member) => member.id === id)?.name ?? 'Somebody');
  return (
    <p className="who-types soft" aria-live="polite">
      {names.length === 0 ? '' : names.length === 1 ? `${names[0]} is writing…` : `${names.join(' and ')} are writing…`}
    </p>
  );
}
