import { expect, test } from 'vitest';
import {
  agreedAtOnce,
  pointsOf,
  type Session,
  shown,
  suggestion,
  turnout,
  withOwnVote,
  withReveal,
  withVote,
  type StoryPoints,
} from './poker';

const member = { avatar: null, hasVoted: false } as const;
const deck = { name: 'fibonacci', cards: ['1', '2', '3', '5', '8', '13', '21', '?'] };

const session: Session = {
  id: 's1',
  title: 'Sprint 12',
  project: null,
  status: 'active',
  deck,
  tasks: [
    { id: 't1', title: 'Sign in', description: null, finalStoryPoints: null, skipped: false },
    { id: 't2', title: 'Sign out', description: null, finalStoryPoints: null, skipped: false },
  ],
  currentTaskId: 't1',
  phase: 'voting',
  round: 1,
  members: [
    { ...member, id: 'ada', name: 'Ada', role: 'facilitator' },
    { ...member, id: 'bob', name: 'Bob', role: 'voter' },
    { ...member, id: 'dan', name: 'Dan', role: 'spectator' },
  ],
  votes: null,
  statistics: null,
  autoReveal: false,
  timerEndsAt: null,
  endedReason: null,
  version: 3,
  createdAt: '2026-01-01T10:00:00.000Z',
  endedAt: null,
  serverTime: '2026-01-01T10:01:00.000Z',
  you: { role: 'facilitator', storyPoints: null },
  channel: 'presence-planning-poker-s1',
};

const played = (...values: StoryPoints[]) => values.map((storyPoints, i) => ({ userId: `u${i}`, storyPoints }));

test('a vote marks who has voted, and taking it back unmarks them; no value is known', () => {
  const marked = withVote(session, 't1', 'bob', true)!;
  expect(marked.members.map(({ hasVoted }) => hasVoted)).toEqual([false, true, false]);
  expect(marked.votes).toBeNull();
  expect(withVote(marked, 't1', 'bob', false)!.members).toEqual(session.members);
});

test('what is said of another task, or after the reveal, cannot be shown and has to be asked for', () => {
  expect(withVote(session, 't2', 'bob', true)).toBeUndefined();
  expect(withVote({ ...session, phase: 'revealed' }, 't1', 'bob', true)).toBeUndefined();
  expect(withReveal(session, 't2', [])).toBeUndefined();
});

test("one's own vote is shown with its value before the server has it, and goes again", () => {
  const own = withOwnVote(session, 'ada', 5);
  expect(own.you.storyPoints).toBe(5);
  expect(own.members[0]?.hasVoted).toBe(true);
  const none = withOwnVote(own, 'ada', null);
  expect([none.you.storyPoints, none.members[0]?.hasVoted]).toEqual([null, false]);
});

test('the reveal shows all values', () => {
  const revealed = withReveal(session, 't1', played(5, '?'))!;
  expect([revealed.phase, revealed.votes]).toEqual(['revealed', played(5, '?')]);
});

test('spectators are not waited for', () => {
  expect(turnout(withVote(session, 't1', 'bob', true)!)).toEqual({ voted: 1, players: 2 });
});

test('a card is a number if it is written like one on the wire', () => {
  expect(['13', '0.5', '?', 'XL', '013', '1e3'].map(pointsOf)).toEqual([13, 0.5, '?', 'XL', '013', '1e3']);
});

test('the suggestion is what all agree on, else the card nearest to the middle, of two the higher', () => {
  expect(suggestion(deck, played(5, 5))).toBe(5);
  expect(suggestion(deck, played(3, 5, 21))).toBe(5);
  expect(suggestion(deck, played(5, 8))).toBe(8);
  expect(suggestion(deck, played(1, 3, '?'))).toBe(2);
  expect(suggestion({ name: 'custom', cards: ['8', '1', '4'] }, played(1, 8))).toBe(4);
});

test('cards that are no numbers are counted; a question mark suggests nothing', () => {
  const shirts = { name: 't-shirt', cards: ['S', 'M', 'L', '?'] };
  expect(suggestion(shirts, played('M', 'L', 'M', '?'))).toBe('M');
  expect(suggestion(shirts, played('?', '?'))).toBeNull();
  expect(suggestion(deck, [])).toBeNull();
  expect(suggestion(deck, null)).toBeNull();
});

test('averages have one number after the point at most', () => {
  expect([shown(4.666), shown(5), shown(null)]).toEqual([(4.7).toLocaleString(), '5', '–']);
});

test('agreement that took a second round does not count as agreement at once', () => {
  const round = (consensus: boolean) => ({ statistics: { average: null, median: null, consensus, distribution: [] } });
  expect(agreedAtOnce([{ rounds: [round(true)] }, { rounds: [round(false), round(true)] }, { rounds: [] }])).toBe(1);
});
