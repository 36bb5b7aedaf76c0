// Checked by tsc only: each line after @ts-expect-error must be an error.
import {
  useChannel,
  useEvent,
  usePresence,
  useRealtimeQueries,
  RealTimeProvider,
  type RealTimeConfig,
  type RealtimeChannel,
} from '@fanfare/real-time/client';
import { createMockRealtime } from '@fanfare/real-time/testing';
import { createElement } from 'react';

export function Chat({ id, name }: { id: string; name: string }): void {
  const chat = useChannel(`private-conversation-${id}`);
  chat.bind('message:new', ({ text }) => text.trim());
  chat.bind('message:new', (data: { text: string }) => data.text);
  chat.bind('new-message', ({ createdAt }) => createdAt.getTime());
  chat.bind('typing', ({ isTyping }) => isTyping satisfies boolean);
  chat.bind('pusher:member_added', (member) => member.id.trim());
  chat.bind('client-wave', (data) => data satisfies unknown);
  // @ts-expect-error -- there is no such event
  chat.bind('message:nwe', () => {});
  // @ts-expect-error -- it is on another channel
  chat.bind('bid-placed', () => {});
  // @ts-expect-error -- there is no such field
  chat.bind('message:new', ({ content }) => content);
  // @ts-expect-error -- the field is a text
  chat.bind('message:new', (data: { text: number }) => data);
  // @ts-expect-error -- on the wire it is a text, and in the types as well
  chat.bind('message:new', ({ sentAt }) => sentAt.getTime());
  // @ts-expect-error -- may be null, from the application itself
  chat.bind('message:new', ({ senderId }) => senderId.trim());

  // @ts-expect-error -- there is no such event
  useEvent(`auction-${id}`, 'bid-palced', () => {});
  // @ts-expect-error -- not this payload
  useEvent(`auction-${id}`, 'bid-placed', (data: { price: number }) => data);
  useEvent(`auction-${id}`, ['bid-placed', 'auction:ended'], (data) => data satisfies object);
  // @ts-expect-error -- of two events only what both have
  useEvent(`auction-${id}`, ['bid-placed', 'auction:ended'], (data) => data.outcome);
  useEvent(chat, 'message:deleted', ({ deletedAt }) => deletedAt.trim());
  // @ts-expect-error -- not an event of this channel
  useEvent(chat, 'vote', () => {});

  const user = useChannel(`private-user-${id}`);
  user.bind('notification:updated', ({ createdAt, archived }) => archived && createdAt.getTime());
  user.bind('unread:changed', ({ conversations }) => conversations?.toFixed());
  useEvent(`auction-${id}`, 'auction:updated', ({ status }) => status satisfies 'scheduled' | 'live' | 'ended' | 'cancelled');
  useEvent(`private-tenant-${id}`, 'record:created', ({ version, title }) => [version.toFixed(), title]);
  // @ts-expect-error -- the fields stand beside the others
  useEvent(`private-tenant-${id}`, 'record:created', ({ fields }) => fields satisfies object);
  // @ts-expect-error -- the longest prefix is another pattern's
  useEvent(`presence-planning-poker-${id}`, 'cursor:move', () => {});

  // Of a channel that only runs knows the name, so one may say what comes.
  useChannel(name).bind('anything', (data: { x: number }) => data.x);
  useEvent(name, 'anything', (data: string) => data.trim());

  useRealtimeQueries(`private-contact-${id}`, { 'note:created': ({ contactId }) => [['notes', contactId]] });
  // @ts-expect-error -- there is no such event
  useRealtimeQueries(`private-contact-${id}`, { 'note:craeted': () => [] });

  usePresence<{ cursor: number }>(`presence-room-${id}`).members.get('a')?.info.cursor.toFixed();
  // @ts-expect-error -- not among the fields
  usePresence<{ cursor: number }>(`presence-room-${id}`).members.get('a')?.info.mouse;

  const mock = createMockRealtime();
  mock.emit('auction-1', 'auction:extended', { auctionId: '1', endAt: '' });
  // @ts-expect-error -- a field is missing
  mock.emit('auction-1', 'auction:extended', { auctionId: '1' });
}

export const given: RealtimeChannel<'private-user-1'> | null = null;
export const config: RealTimeConfig = { key: 'k', cluster: 'eu', enableLogging: true, wsHost: 'h', wssPort: 443 };
// @ts-expect-error -- there is no such setting
export const misspelt: RealTimeConfig = { pusherKye: 'k' };
// @ts-expect-error -- milliseconds are a number
createElement(RealTimeProvider, { config: { activityTimeout: '120' } });
