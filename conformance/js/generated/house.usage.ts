import { channels } from '../../../maven-plugin/src/test/resources/house/channels.ts';
import type {
  BidPlaced,
  Ended,
  EventData,
  EventName,
  MemberInfoOf,
  Message,
  PatternOf,
  VoteCast,
} from '../../../maven-plugin/src/test/resources/house/channels.ts';

// The very same type: any is the same as any only.
type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends (<T>() => T extends Other ? 1 : 2) ? true : false;
declare function yes<Answer extends true>(): Answer;
declare function is<Expected>(value: Expected): void;

// A name is of the most exact pattern, and of none if its type is another one.
yes<Same<PatternOf<'announcements'>, 'announcements'>>();
yes<Same<PatternOf<'auction-7'>, 'auction-{auctionId}'>>();
yes<Same<PatternOf<'auction-house-7'>, 'auction-house-{houseId}'>>();
yes<Same<PatternOf<'private-user-ann'>, 'private-user-{userId}'>>();
yes<Same<PatternOf<'2026-7'>, '2026-{gameId}'>>();
yes<Same<PatternOf<'private-acme'>, 'private-{tenant}'>>();
yes<Same<PatternOf<'private-encrypted-notes-ann'>, 'private-encrypted-notes-{userId}'>>();
yes<Same<PatternOf<'private-encrypted-acme'>, never>>();
yes<Same<PatternOf<'private-cache-acme'>, never>>();
yes<Same<PatternOf<'announcements-2'>, never>>();
yes<Same<PatternOf<string>, never>>();
// @ts-expect-error it is of another pattern
yes<Same<PatternOf<'auction-house-7'>, 'auction-{auctionId}'>>();

// What builders return is of their pattern.
yes<Same<PatternOf<ReturnType<typeof channels.announcements>>, 'announcements'>>();
yes<Same<PatternOf<ReturnType<typeof channels.auctionHouse>>, 'auction-house-{houseId}'>>();
yes<Same<PatternOf<ReturnType<typeof channels.price>>, 'cache-price-{itemId}'>>();
yes<Same<PatternOf<ReturnType<typeof channels.lobby>>, 'presence-lobby'>>();
yes<Same<PatternOf<ReturnType<typeof channels.table>>, 'presence-table-{tableId}'>>();
yes<Same<PatternOf<ReturnType<typeof channels.notes>>, 'private-encrypted-notes-{userId}'>>();
yes<Same<PatternOf<ReturnType<typeof channels.user>>, 'private-user-{userId}'>>();
yes<Same<PatternOf<ReturnType<typeof channels.private>>, 'private-{tenant}'>>();
// @ts-expect-error there is one such channel only
channels.lobby('7');
// @ts-expect-error an id is needed
channels.table();

yes<Same<EventName<'presence-table-7'>, 'vote-cast' | 'typing' | 'message' | 'new-message'>>();
yes<Same<EventName<'presence-lobby'>, never>>();
yes<Same<EventName<'nowhere'>, never>>();
yes<Same<EventData<'presence-table-7', 'new-message'>, Message>>();
yes<Same<EventData<'announcements', 'announced'>, string>>();
yes<Same<EventData<'private-user-ann', 'settings'>, Record<string, unknown>>>();
yes<Same<EventData<'cache-price-7', 'priced'>['id' | 'picture' | 'opens'], string>>();
yes<Same<EventData<'cache-price-7', 'priced'>['discount'], number | null>>();
yes<Same<MemberInfoOf<'presence-table-7'>['person']['city'], string | null>>();
yes<Same<MemberInfoOf<'presence-lobby'>, unknown>>();
yes<Same<MemberInfoOf<'auction-7'>, never>>();
yes<Same<MemberInfoOf<'nowhere'>, never>>();

const message: Message = {
  message_id: 'm1',
  from: 'ann',
  text: 'Hi',
  attachments: [
    { kind: 'picture', url: 'a.png', width: 3 },
    { kind: 'voice', url: 'b.ogg', length: 'PT90S' },
  ],
  inReplyTo: null,
  editedBy: null,
  extra: [1],
  meta: 7,
  digest: 'AQID',
};
is<EventData<'private-user-ann', 'message'>>({ position: 1 });
is<EventData<'private-user-ann', 'message'>>({
  messages: { content: [message], total: 1, last: true },
  items: { content: [], total: 0, last: true },
});
for (const attachment of message.attachments) {
  is<number | string>(attachment.kind === 'picture' ? attachment.width : attachment.length);
  // @ts-expect-error not every attachment has a width
  is<number>(attachment.width);
}

is<VoteCast>({ user_id: 'ann', estimate: 5, allowed_values: [5, '?'] });
// @ts-expect-error an estimate is a text or a number
is<VoteCast>({ user_id: 'ann', estimate: true, allowed_values: [] });
is<BidPlaced['status']>('closing-soon');
// @ts-expect-error it has another name in JSON
is<BidPlaced['status']>('CLOSING_SOON');

const ended: Ended = {
  auctionId: '7',
  steps: [1],
  bidders: {},
  highest: { ann: null },
  pauses: [1, null],
  limits: null,
  paidOn: null,
};
is<string | undefined>(ended.winner?.name);
// @ts-expect-error it is left out rather than null
is<Ended>({ ...ended, winner: null });
// @ts-expect-error a bidder is never null
is<Ended>({ ...ended, bidders: { ann: null } });
