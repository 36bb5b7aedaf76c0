import { isRecord } from '../api/http';
import type { Person } from '../session/person';
import { mergedBySeq } from '../ui/sequence';
import { clockTime, dateAndTime } from '../ui/time';

export type Carrier = 'sms' | 'whatsapp';
export type Obstacle = 'opted_out' | 'window_closed';
export type ContactStatus = 'open' | 'snoozed' | 'closed';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly members: readonly Person[];
}

export interface Contact {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly status: ContactStatus;
  readonly snoozedUntil: string | null;
  readonly assignee: Person | null;
  /** For the whole team. */
  readonly unread: boolean;
  readonly unreadCount: number;
  readonly lastSeenByMe: string | null;
  readonly lastMessage: {
    readonly id: string;
    readonly body: string;
    readonly direction: 'inbound' | 'outbound';
    readonly createdAt: string;
  } | null;
  readonly optedOut: boolean;
  readonly channels: readonly Carrier[];
  readonly whatsappWindowEndsAt: string | null;
  /** What stands in the way of sending, by what would carry it. */
  readonly canSend: Readonly<Record<Carrier, Obstacle | null>>;
  readonly version: number;
  readonly updatedAt: string;
}

export type MessageStatus =
  | 'received'
  | 'scheduled'
  | 'pending'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'undelivered'
  | 'failed'
  | 'cancelled';

export interface Medium {
  readonly id: string;
  readonly contentType: string;
  readonly size: number;
  /** Null while it is not here. */
  readonly url: string | null;
}

export interface InboxMessage {
  readonly id: string;
  readonly contactId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly channel: Carrier;
  readonly body: string;
  readonly status: MessageStatus;
  readonly errorCode: string | null;
  readonly error: string | null;
  readonly senderId: string | null;
  readonly sender: Person | null;
  readonly media: readonly Medium[];
  readonly read: boolean;
  readonly seq: number;
  readonly createdAt: string;
  readonly scheduledFor: string | null;
  readonly clientId: string | null;
}

export interface InboxPageOfMessages {
  readonly messages: readonly InboxMessage[];
  readonly hasMore: boolean;
}

export interface Note {
  readonly id: string;
  readonly contactId: string;
  readonly author: Person;
  readonly text: string;
  /** Of the team; they were told. */
  readonly mentions: readonly Person[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

export const carrierNames: Readonly<Record<Carrier, string>> = { sms: 'SMS', whatsapp: 'WhatsApp' };

export const views = ['open', 'mine', 'unassigned', 'snoozed', 'closed'] as const;
export type View = (typeof views)[number];

/** What a view of the list asks for. */
export function filterOf(view: View): { readonly status: ContactStatus; readonly assignee?: 'me' | 'none' } {
  switch (view) {
    case 'mine':
      return { status: 'open', assignee: 'me' };
    case 'unassigned':
      return { status: 'open', assignee: 'none' };
    default:
      return { status: view };
  }
}

export function viewOf(text: string | null): View {
  return views.find((view) => view === text) ?? 'open';
}

export function nameOf(contact: Pick<Contact, 'name' | 'phone'>): string {
  return contact.name ?? contact.phone;
}

/** Why nothing can be sent this way, and what helps; null where it can. */
export function obstacleText(contact: Contact, carrier: Carrier): string | null {
  switch (contact.canSend[carrier]) {
    case 'opted_out':
      return `${nameOf(contact)} has asked not to be written to. That changes only when they write START.`;
    case 'window_closed':
      return 'WhatsApp carries answers for 24 hours after their last message, and that time is over. Write by SMS, or wait for them.';
    default:
      return null;
  }
}

/** What an answer goes by: what they used last if it can, else what can, else what they used last. */
export function carrierFor(contact: Contact, messages: readonly InboxMessage[]): Carrier {
  const last = messages.findLast(({ direction }) => direction === 'inbound')?.channel ?? contact.channels[0] ?? 'sms';
  const open = contact.channels.find((carrier) => contact.canSend[carrier] === null);
  return contact.canSend[last] === null ? last : (open ?? last);
}

/** Of both, each once, in order. What was asked for later is right, since a status may go back when a message is tried again. */
export function merged(known: readonly InboxMessage[], news: readonly InboxMessage[]): readonly InboxMessage[] {
  return mergedBySeq(known, news, (one, than) => JSON.stringify(one) !== JSON.stringify(than));
}

const LOOKED_AT_AGAIN = 50;

/** After which of those that are known messages are asked for again: what was sent lately may have got further. */
export function askAgainAfter(known: readonly InboxMessage[]): number {
  return (known.at(-LOOKED_AT_AGAIN) ?? known[0])!.seq - 1;
}

/** Whether messages have other numbers than they had: those of a contact that was merged came between them. */
export function isRenumbered(known: readonly InboxMessage[], news: readonly InboxMessage[]): boolean {
  const numbers = new Map(known.map(({ id, seq }) => [id, seq]));
  return news.some(({ id, seq }) => (numbers.get(id) ?? seq) !== seq);
}

/** What `contact:updated` says has changed. */
export function changesOf(data: unknown): Readonly<Record<string, unknown>> {
  return isRecord(data) && isRecord(data['changes']) ? data['changes'] : {};
}

/** What an event says of a message that is shown, however far up it is. */
export function patched(messages: readonly InboxMessage[], news: Readonly<Record<string, unknown>>): readonly InboxMessage[] {
  const { id, status, read } = news;
  // What is too long for an event comes without.
  return typeof status === 'string'
    ? messages.map((message) =>
        message.id === id ? { ...message, status: status as MessageStatus, read: read === true } : message,
      )
    : messages;
}

export type Entry =
  | { readonly kind: 'message'; readonly id: string; readonly at: string; readonly message: InboxMessage }
  | { readonly kind: 'note'; readonly id: string; readonly at: string; readonly note: Note };

/** Messages in their order with the notes between them; those that belong further up come with what is further up. */
export function timeline(messages: readonly InboxMessage[], notes: readonly Note[], hasEarlier: boolean): readonly Entry[] {
  const since = hasEarlier ? (messages[0]?.createdAt ?? '') : '';
  const waiting = notes.filter(({ createdAt }) => createdAt >= since).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const entries: Entry[] = [];
  const takeNotes = (until: string | null) => {
    while (waiting[0] && (until === null || waiting[0].createdAt < until)) {
      const note = waiting.shift()!;
      entries.push({ kind: 'note', id: note.id, at: note.createdAt, note });
    }
  };
  for (const message of messages) {
    takeNotes(message.createdAt);
    entries.push({ kind: 'message', id: message.id, at: message.createdAt, message });
  }
  takeNotes(null);
  return entries;
}

/** How far a message of ours is; null for one of theirs. */
export function statusText(message: InboxMessage): string | null {
  switch (message.status) {
    case 'received':
      return null;
    case 'scheduled':
      return message.scheduledFor ? `Goes out ${dateAndTime(message.scheduledFor)}` : 'Goes out later';
    case 'pending':
    case 'queued':
      return 'Waiting to be sent';
    case 'sending':
      return 'Sending…';
    case 'sent':
      return 'Sent';
    case 'delivered':
      return 'Delivered';
    case 'read':
      return 'Read';
    case 'undelivered':
      return 'Not delivered';
    case 'failed':
      return 'Failed';
    case 'cancelled':
      return 'Not sent, as somebody has cancelled it';
  }
}

export function hasFailed({ status }: InboxMessage): boolean {
  return status === 'failed' || status === 'undelivered';
}

/** What the carrier's codes mean, and our own. Those of telephones come without a reason. */
const reasons: Readonly<Record<string, string>> = {
  opted_out: 'They have asked not to be written to',
  window_closed: 'The 24 hours in which WhatsApp carries answers were over',
  '30003': 'The telephone is off, or out of reach',
  '30004': 'The telephone takes no messages from us',
  '30005': 'The number is not in service',
  '30006': 'The number is a landline, or cannot be texted',
  '30007': 'The network took it for spam',
  '63016': 'The 24 hours in which WhatsApp carries answers were over',
};

/** Why it failed, for people. */
export function failureText({ error, errorCode }: InboxMessage): string {
  const reason = error ?? reasons[errorCode ?? ''] ?? 'The carrier gives no reason';
  return /^\d+$/.test(errorCode ?? '') ? `${reason} (${errorCode})` : reason;
}

export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const HOUR = 3_600_000;
const MORNING = 9;

export interface Later {
  readonly id: string;
  readonly text: string;
  readonly at: Date;
}

/** When things are usually put off to, in the user's time zone. */
export function laterChoices(now: Date): readonly Later[] {
  const morning = (days: number) => {
    const day = new Date(now);
    day.setDate(day.getDate() + days);
    day.setHours(MORNING, 0, 0, 0);
    return day;
  };
  const choice = (id: string, text: string, at: Date) => ({ id, text: `${text}, ${clockTime(at.toISOString())}`, at });
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  return [
    choice('hour', 'In an hour', new Date(now.getTime() + HOUR)),
    choice('tomorrow', 'Tomorrow', morning(1)),
    ...(daysToMonday > 1 ? [choice('monday', 'Monday', morning(daysToMonday))] : []),
  ];
}

/** `Dan is replying`, `Dan and Ada are replying`. */
export function replyingText(names: readonly string[]): string {
  return names.length === 0 ? '' : `${new Intl.ListFormat('en').format(names)} ${names.length === 1 ? 'is' : 'are'} replying`;
}
