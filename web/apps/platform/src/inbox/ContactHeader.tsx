import { PresenceIndicator } from '@fanfare/real-time/components';
import { ArrowLeft, Check, Clock, RotateCcw } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { explain } from '../api/problem';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Badge } from '../ui/states';
import { dateAndTime } from '../ui/time';
import { toast } from '../ui/toasts';
import { AssignMenu } from './AssignMenu';
import { type Contact, nameOf, viewOf } from './contact';
import { ContactMenu } from './ContactMenu';
import { LaterMenu } from './LaterMenu';
import { type ContactChange, useChangeContact } from './queries';

export function ContactHeader({ contact }: { readonly contact: Contact }) {
  const [search] = useSearchParams();
  const change = useChangeContact(contact);
  const name = nameOf(contact);
  const isOpen = contact.status === 'open';

  function apply(wanted: ContactChange) {
    change.mutate(wanted, { onError: (error) => toast({ text: explain(error), tone: 'danger' }) });
  }

  return (
    <header className="thread-header contact-header">
      <Link to={`/inbox?view=${viewOf(search.get('view'))}`} className="thread-back" aria-label="All contacts">
        <ArrowLeft aria-hidden />
      </Link>
      <Avatar name={name} />
      <div className="thread-who">
        <h1 className="cut">{name}</h1>
        <p className="contact-about small soft">
          {contact.name !== null && <span className="tabular">{contact.phone}</span>}
          <span>{contact.team.name}</span>
          {contact.optedOut && <Badge tone="danger">Opted out</Badge>}
          {contact.status === 'closed' && <Badge>Closed</Badge>}
          {contact.status === 'snoozed' && (
            <Badge tone="brass">Snoozed{contact.snoozedUntil && ` until ${dateAndTime(contact.snoozedUntil)}`}</Badge>
          )}
          <PresenceIndicator contactId={contact.id} />
        </p>
      </div>
      <div className="contact-tools">
        <AssignMenu contact={contact} isPending={change.isPending} onAssign={(assigneeId) => apply({ assigneeId })} />
        {isOpen && (
          <LaterMenu
            label="Snooze"
            icon={Clock}
            dialogTitle={`Snooze ${name} until`}
            onChosen={(at) => apply({ status: 'snoozed', snoozedUntil: at.toISOString() })}
          />
        )}
        <Button
          size="small"
          isPending={change.isPending}
          aria-label={isOpen ? 'Close' : 'Reopen'}
          onPress={() => apply({ status: isOpen ? 'closed' : 'open' })}
        >
          {isOpen ? <Check aria-hidden /> : <RotateCcw aria-hidden />}
          <span className="contact-tool-text">{isOpen ? 'Close' : 'Reopen'}</span>
        </Button>
        <ContactMenu contact={contact} />
      </div>
    </header>
  );
}
