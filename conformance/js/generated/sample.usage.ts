import { channels } from '../../../sample/generated/channels.ts';
import type {
  BidPlaced,
  ChannelEvents,
  ChannelPattern,
  EventData,
  EventName,
  MemberInfoOf,
  PatternOf,
} from '../../../sample/generated/channels.ts';

// What an application writes around its client.
declare function on<Name extends string, Event extends EventName<Name>>(
  channel: Name,
  event: Event,
  listener: (data: EventData<Name, Event>) => void,
): void;
declare function members<Name extends string>(channel: Name): MemberInfoOf<Name>[];
declare function is<Expected>(value: Expected): void;

const bid: BidPlaced = {
  auctionId: '7',
  amount: 12,
  by: { name: 'ann' },
  outbid: null,
  at: '2026-11-29T10:15:30.000Z',
};

on(channels.auction('7'), 'bid-placed', (data) => {
  is<number>(data.amount);
  is<string | undefined>(data.outbid?.name);
  // @ts-expect-error an amount is a number
  is<string>(data.amount);
  // @ts-expect-error it may be null
  is<string>(data.outbid.name);
  // @ts-expect-error there is no such field
  is<unknown>(data.price);
});
on('auction-7', 'ended', (data) => {
  is<number | undefined>(data.price);
  // @ts-expect-error it may be absent
  is<number>(data.price);
});
on(channels.user('ann'), 'outbid', (data) => is<string>(data.userId));

// @ts-expect-error of another channel
on(channels.auction('7'), 'outbid', () => {});
// @ts-expect-error of no channel
on(channels.auction('7'), 'bid-place', () => {});
// @ts-expect-error no events are declared
on(channels.watchers('7'), 'bid-placed', () => {});
// @ts-expect-error there is no such channel
on('auctions', 'bid-placed', () => {});

is<string>(members(channels.watchers('7'))[0]?.name ?? '');
is<never[]>(members(channels.auction('7')));

is<ChannelEvents['auction-{auctionId}']['bid-placed']>(bid);
// @ts-expect-error the payload of another event
is<EventData<'auction-7', 'ended'>>({ userId: 'ann', auctionId: '7', amount: 1 });
// @ts-expect-error a field is missing
is<EventData<'private-user-ann', 'outbid'>>({ userId: 'ann', auctionId: '7' });
// @ts-expect-error a field is too much
is<EventData<'private-user-ann', 'outbid'>>({ userId: 'ann', auctionId: '7', amount: 1, by: 'bob' });

is<PatternOf<'presence-watchers-7'>>('presence-watchers-{auctionId}');
is<ChannelPattern>('private-user-{userId}');
// @ts-expect-error there is no such pattern
is<ChannelPattern>('private-user-{id}');

// @ts-expect-error an id is a text
channels.auction(7);
// @ts-expect-error an id is needed
channels.auction();
// @ts-expect-error one id is enough
channels.auction('7', '8');
// @ts-expect-error there is no such channel
channels.auctions('7');
