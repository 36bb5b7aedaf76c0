import { Clock } from 'lucide-react';
import { Link } from 'react-router';
import { Avatar } from '../ui/Avatar';
import { Count } from '../ui/states';
import { Ago, dateAndTime } from '../ui/time';
import type { Person } from '../session/person';
import { type Contact, nameOf, type View } from './contact';

interface ContactRowProps {
  readonly contact: Contact;
  /** Others who look at it. */
  readonly viewers: readonly Person[];
  readonly view: View;
  readonly isCurrent: boolean;
}

export function ContactRow({ contact, viewers, view, isCurrent }: ContactRowProps) {
  const { lastMessage: last, assignee, snoozedUntil } = contact;
  return (
    <Link
      to={`/inbox/${contact.id}?view=${view}`}
      className="conversation contact"
      aria-current={isCurrent ? 'page' : undefined}
      data-unread={contact.unread || undefined}
    >
      <Avatar name={nameOf(contact)} />
      <span className="conversation-text">
        <span className="contact-name cut">{nameOf(contact)}</span>
        <span className="conversation-last cut">
          {last ? `${last.direction === 'outbound' ? 'Us: ' : ''}${last.body || 'A picture'}` : 'No messages yet'}
        </span>
        <span className="contact-facts small soft">
          {snoozedUntil && contact.status === 'snoozed' && (
            <span className="cut">
              <Clock aria-hidden /> until {dateAndTime(snoozedUntil)}
            </span>
          )}
          {contact.optedOut && <span>Opted out</span>}
          <span className="cut">{assignee ? assignee.name : 'Unassigned'}</span>
        </span>
      </span>
      <span className="conversation-side small soft">
        <Ago at={last?.createdAt ?? contact.updatedAt} />
        {viewers.length > 0 && <Viewers people={viewers} />}
        {contact.unread && <Count value={Math.max(1, contact.unreadCount)} label="unread" />}
      </span>
    </Link>
  );
}

const MOST_FACES = 3;

function Viewers({ people }: { readonly people: readonly Person[] }) {
  const names = people.map(({ name }) => name).join(', ');
  return (
    <span className="contact-viewers" title={`Looking: ${names}`}>
      <span className="visually-hidden">{`, Looking: ${names}`}</span>
      {people.slice(0, MOST_FACES).map(({ id, name, avatar }) => (
        <Avatar key={id} name={name} src={avatar} size="small" />
      ))}
    </span>
  );
}
