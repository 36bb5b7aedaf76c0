import { Clock } from 'lucide-react';
import { Link } from 'react-router';
import { Avatar } from '../ui/Avatar';
import { Count } from '../ui/states';
import { Ago, dateAndTime } from '../ui/time';
import { type Contact, nameOf, type View } from './contact';

interface ContactRowProps {
  readonly contact: Contact;
  readonly view: View;
  readonly isCurrent: boolean;
}

export function ContactRow({ contact, view, isCurrent }: ContactRowProps) {
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
          <span className="cut">{assignee ? assignee.name : 'Nobody yet'}</span>
        </span>
      </span>
      <span className="conversation-side small soft">
        <Ago at={last?.createdAt ?? contact.updatedAt} />
        {contact.unread && <Count value={Math.max(1, contact.unreadCount)} label="unread" />}
      </span>
    </Link>
  );
}
