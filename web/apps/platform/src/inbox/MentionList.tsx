import { Avatar } from '../ui/Avatar';
import './mentions.css';
import { type Mentions, optionId } from './useMentions';

/** Who can be mentioned by what is typed. The field that has the focus says which is chosen. */
export function MentionList({ mentions }: { readonly mentions: Mentions }) {
  const { listId, offered, active, take } = mentions;
  if (offered.length === 0) {
    return null;
  }
  return (
    <ul id={listId} role="listbox" aria-label="Mention" className="popover mention-list">
      {offered.map((person, index) => (
        <li
          key={person.id}
          id={optionId(listId, index)}
          role="option"
          aria-selected={index === active}
          className="mention-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(person)}
        >
          <Avatar name={person.name} src={person.avatar} size="small" /> <span className="cut">{person.name}</span>
        </li>
      ))}
    </ul>
  );
}
