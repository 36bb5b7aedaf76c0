import { expect, test } from 'vitest';
import {
  askAgainAfter,
  carrierFor,
  type Contact,
  failureText,
  filterOf,
  type InboxMessage,
  isRenumbered,
  laterChoices,
  merged,
  type Note,
  obstacleText,
  patched,
  replyingText,
  sizeText,
  statusText,
  timeline,
  viewOf,
} from './contact';

const at = (seq: number) => `2026-01-01T10:${String(seq).padStart(2, '0')}:00.000Z`;

function message(seq: number, more: Partial<InboxMessage> = {}): InboxMessage {
  return {
    id: `m${seq}`,
    contactId: 'c1',
    direction: 'inbound',
    channel: 'sms',
    body: `text ${seq}`,
    status: 'received',
    errorCode: null,
    error: null,
    senderId: null,
    sender: null,
    media: [],
    read: false,
    seq,
    createdAt: at(seq),
    scheduledFor: null,
    clientId: null,
    ...more,
  };
}

function note(minute: number): Note {
  const author = { id: 'dan', name: 'Dan', avatar: null };
  const times = { createdAt: at(minute), updatedAt: at(minute) };
  return { id: `n${minute}`, contactId: 'c1', author, text: 'x', mentions: [], ...times, version: 1 };
}

const contact: Contact = {
  id: 'c1',
  name: null,
  phone: '+447700900123',
  team: { id: 't1', name: 'Support' },
  status: 'open',
  snoozedUntil: null,
  assignee: null,
  unread: false,
  unreadCount: 0,
  lastSeenByMe: null,
  lastMessage: null,
  optedOut: false,
  channels: ['sms', 'whatsapp'],
  whatsappWindowEndsAt: null,
  canSend: { sms: null, whatsapp: null },
  version: 1,
  updatedAt: at(0),
};

test('mine and unassigned are views of what is open', () => {
  expect(filterOf('mine')).toEqual({ status: 'open', assignee: 'me' });
  expect(filterOf('unassigned')).toEqual({ status: 'open', assignee: 'none' });
  expect(filterOf('snoozed')).toEqual({ status: 'snoozed' });
  expect(viewOf('closed')).toBe('closed');
  expect(viewOf('nonsense')).toBe('open');
});

test('messages stay in order, each once, and the same list stays while nothing is new', () => {
  const known = [message(1), message(2)];
  expect(merged(known, [message(1), message(2)])).toBe(known);
  expect(merged(known, [message(4), message(3)]).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
});

test('what is asked for later is right, also when a message that failed is tried again', () => {
  const failed = message(1, { direction: 'outbound', status: 'failed', errorCode: '30003' });
  const again = message(1, { direction: 'outbound', status: 'pending' });
  expect(merged([failed], [again])).toEqual([again]);
});

test('of many messages the last fifty are asked for again, of few all', () => {
  const known = Array.from({ length: 80 }, (_, index) => message(index + 1));
  expect(askAgainAfter(known)).toBe(30);
  expect(askAgainAfter([message(7), message(8)])).toBe(6);
});

test('an event changes the message that it is about, however far up', () => {
  const messages = [message(1, { status: 'sent' }), message(2)];
  const [first, second] = patched(messages, { id: 'm1', status: 'delivered', read: false });
  expect(first?.status).toBe('delivered');
  expect(second).toBe(messages[1]);
  expect(patched(messages, { id: 'm1', contactId: 'c1', truncated: true })).toBe(messages);
});

test('notes stand between the messages where they were written', () => {
  const entries = timeline([message(2), message(5)], [note(9), note(3), note(1)], false);
  expect(entries.map(({ id }) => id)).toEqual(['n1', 'm2', 'n3', 'm5', 'n9']);
});

test('a note from before the first message that is shown comes with what is further up', () => {
  expect(timeline([message(2)], [note(1), note(3)], true).map(({ id }) => id)).toEqual(['m2', 'n3']);
});

test('an answer goes the way they have written, if that is open', () => {
  const messages = [message(1), message(2, { channel: 'whatsapp' })];
  expect(carrierFor(contact, messages)).toBe('whatsapp');
  expect(carrierFor({ ...contact, canSend: { sms: null, whatsapp: 'window_closed' } }, messages)).toBe('sms');
  expect(carrierFor({ ...contact, canSend: { sms: 'opted_out', whatsapp: 'opted_out' } }, messages)).toBe('whatsapp');
});

test('messages of a contact that was merged come between those that are known', () => {
  const known = [message(1), message(2)];
  expect(isRenumbered(known, [message(2), message(3)])).toBe(false);
  expect(isRenumbered(known, [{ ...message(2), seq: 3 }])).toBe(true);
});

test('what stands in the way is said, by what would carry it', () => {
  const closed: Contact = { ...contact, canSend: { sms: null, whatsapp: 'window_closed' } };
  expect(obstacleText(closed, 'sms')).toBeNull();
  expect(obstacleText(closed, 'whatsapp')).toContain('24 hours');
  expect(obstacleText({ ...contact, canSend: { sms: 'opted_out', whatsapp: null } }, 'sms')).toContain('START');
});

test('only messages of ours have a status, and a failure has its reason', () => {
  expect(statusText(message(1))).toBeNull();
  expect(statusText(message(1, { status: 'undelivered' }))).toBe('Not delivered');
  expect(statusText(message(1, { status: 'scheduled', scheduledFor: at(1) }))).toMatch(/^Goes out .*2026/);
  expect(failureText(message(1, { errorCode: '30003', error: 'The phone is off' }))).toBe('The phone is off (30003)');
  expect(failureText(message(1, { errorCode: '30005' }))).toBe('The number is not in service (30005)');
  expect(failureText(message(1, { errorCode: '99999' }))).toBe('The carrier gives no reason (99999)');
  expect(failureText(message(1, { errorCode: 'opted_out' }))).toBe('They have asked not to be written to');
  expect(failureText(message(1))).toBe('The carrier gives no reason');
});

test('later is in an hour, tomorrow morning, or on the Monday after', () => {
  const friday = new Date(2026, 0, 2, 15, 30);
  const choices = laterChoices(friday);
  expect(choices.map(({ id }) => id)).toEqual(['hour', 'tomorrow', 'monday']);
  expect(choices.map((choice) => choice.at)).toEqual([
    new Date(2026, 0, 2, 16, 30),
    new Date(2026, 0, 3, 9),
    new Date(2026, 0, 5, 9),
  ]);
});

test('on Sundays tomorrow is Monday, and on Mondays Monday is in a week', () => {
  expect(laterChoices(new Date(2026, 0, 4, 12)).map(({ id }) => id)).toEqual(['hour', 'tomorrow']);
  expect(laterChoices(new Date(2026, 0, 5, 12)).at(-1)?.at).toEqual(new Date(2026, 0, 12, 9));
});

test('who else is replying is said in a sentence', () => {
  expect(replyingText([])).toBe('');
  expect(replyingText(['Dan'])).toBe('Dan is replying');
  expect(replyingText(['Dan', 'Ada'])).toBe('Dan and Ada are replying');
});

test('sizes are told in the unit that fits', () => {
  expect(sizeText(10)).toBe('1 KB');
  expect(sizeText(345_678)).toBe('346 KB');
  expect(sizeText(2_340_000)).toBe('2.3 MB');
});
