import { Fragment } from 'react';
import { EarlierMessages } from '../conversations/MessageStream';
import type { Outbox } from '../conversations/outbox';
import { UnsentBubble } from '../conversations/UnsentBubble';
import { useUser } from '../session/session';
import { dayName, startOfDay, useMinute } from '../ui/time';
import { useKeptScroll } from '../ui/useKeptScroll';
import type { Older } from '../ui/useOlder';
import { type Contact, type InboxMessage, nameOf, type Note, timeline } from './contact';
import { InboxBubble } from './InboxBubble';
import { NoteCard } from './NoteCard';
import type { UnsentToContact } from './outbox';

interface TimelineProps {
  readonly contact: Contact;
  readonly messages: readonly InboxMessage[];
  readonly notes: readonly Note[];
  readonly pending: Outbox<UnsentToContact>;
  readonly older: Older;
  readonly onRetry: (clientId: string) => void;
  readonly onDiscard: (clientId: string) => void;
}

/** What was said, and what the team has noted meanwhile. */
export function Timeline({ contact, messages, notes, pending, older, onRetry, onDiscard }: TimelineProps) {
  const me = useUser().id;
  const now = useMinute();
  const entries = timeline(messages, notes, older.hasMore);
  const scroll = useKeptScroll(messages[0]?.seq, `${entries.at(-1)?.id} ${pending.length}`);
  return (
    <div className="stream" ref={scroll} tabIndex={0} role="log" aria-label="Messages and notes" aria-live="off">
      <EarlierMessages older={older} />
      {entries.length + pending.length === 0 && <p className="stream-none soft">Nothing was said with {nameOf(contact)} yet.</p>}
      <ol>
        {entries.map((entry, index) => {
          const before = entries[index - 1];
          const at = Date.parse(entry.at);
          const isNewDay = !before || startOfDay(Date.parse(before.at)) !== startOfDay(at);
          return (
            <Fragment key={entry.id}>
              {isNewDay && <li className="stream-day">{dayName(at, now)}</li>}
              {entry.kind === 'note' ? (
                <NoteCard note={entry.note} me={me} teamId={contact.team.id} />
              ) : (
                <InboxBubble message={entry.message} contactName={nameOf(contact)} me={me} />
              )}
            </Fragment>
          );
        })}
        {pending.map((unsent) => (
          <UnsentBubble key={unsent.clientId} unsent={unsent} onRetry={onRetry} onDiscard={onDiscard} />
        ))}
      </ol>
    </div>
  );
}
