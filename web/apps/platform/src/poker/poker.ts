import type { Person } from '../session/person';

/** A card: a number if it is one, else what stands on it. */
export type StoryPoints = number | string;

export const roles = ['facilitator', 'cofacilitator', 'voter', 'spectator'] as const;
export type Role = (typeof roles)[number];

export interface Player extends Person {
  readonly role: Role;
  readonly hasVoted: boolean;
}

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly finalStoryPoints: StoryPoints | null;
  readonly skipped: boolean;
}

export interface Vote {
  readonly userId: string;
  readonly storyPoints: StoryPoints;
}

export interface Statistics {
  readonly average: number | null;
  readonly median: number | null;
  readonly consensus: boolean;
  readonly distribution: ReadonlyArray<{ readonly storyPoints: StoryPoints; readonly count: number }>;
}

export interface Deck {
  readonly name: string;
  readonly cards: readonly string[];
}

/** A session as the server has it, and as its viewer may see it: before the reveal nobody's value but their own. */
export interface Session {
  readonly id: string;
  readonly title: string;
  readonly project: string | null;
  readonly status: 'active' | 'ended';
  readonly deck: Deck;
  readonly tasks: readonly Task[];
  readonly currentTaskId: string | null;
  readonly phase: 'voting' | 'revealed';
  readonly round: number;
  readonly members: readonly Player[];
  readonly votes: readonly Vote[] | null;
  readonly statistics: Statistics | null;
  readonly autoReveal: boolean;
  readonly timerEndsAt: string | null;
  readonly endedReason: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly serverTime: string;
  readonly you: { readonly role: Role | null; readonly storyPoints: StoryPoints | null };
  readonly channel: string;
}

export function currentTask(session: Session): Task | undefined {
  return session.tasks.find(({ id }) => id === session.currentTaskId);
}

export function leads(role: Role | null): boolean {
  return role === 'facilitator' || role === 'cofacilitator';
}

/** Whether they hold cards: all who are not only watching. */
export function plays(role: Role | null): boolean {
  return role !== null && role !== 'spectator';
}

/** The card as it is sent and compared: what is a number on the wire is one here as well. */
export function pointsOf(card: string): StoryPoints {
  return /^(0|[1-9]\d{0,8})(\.\d{1,4})?$/.test(card) ? Number(card) : card;
}

/** That somebody has voted, or has not any more. Undefined if that is about another task than the one shown. */
export function withVote(session: Session, taskId: string, userId: string, hasVoted: boolean): Session | undefined {
  if (taskId !== session.currentTaskId || session.phase !== 'voting') {
    return undefined;
  }
  const members = session.members.map((member) => (member.id === userId ? { ...member, hasVoted } : member));
  return { ...session, members };
}

/** What is shown of one's own vote before the server has it. */
export function withOwnVote(session: Session, userId: string, storyPoints: StoryPoints | null): Session {
  const voted = withVote(session, session.currentTaskId ?? '', userId, storyPoints !== null) ?? session;
  return { ...voted, you: { ...voted.you, storyPoints } };
}

/** All values, as the event has them; the server's answer has the statistics as well. */
export function withReveal(session: Session, taskId: string, votes: readonly Vote[]): Session | undefined {
  return taskId === session.currentTaskId ? { ...session, phase: 'revealed', votes } : undefined;
}

/** How many of those who hold cards have played one. */
export function turnout(session: Session): { readonly voted: number; readonly players: number } {
  const players = session.members.filter(({ role }) => plays(role));
  return { voted: players.filter(({ hasVoted }) => hasVoted).length, players: players.length };
}

/** What the facilitator is offered: what all agree on, else the card nearest to the middle, else what most have played. */
export function suggestion(deck: Deck, votes: readonly Vote[] | null): StoryPoints | null {
  const values = (votes ?? []).map(({ storyPoints }) => storyPoints);
  const numbers = values.filter((value) => typeof value === 'number').sort((one, other) => one - other);
  if (numbers.length === 0) {
    return mostFrequent(values.filter((value) => value !== '?'));
  }
  const middle = ((numbers[(numbers.length - 1) >> 1] ?? 0) + (numbers[numbers.length >> 1] ?? 0)) / 2;
  const cards = deck.cards
    .map(pointsOf)
    .filter((value) => typeof value === 'number')
    .sort((one, other) => one - other);
  // Of two that are as near the higher one: what is between two sizes is rarely the smaller.
  return cards.reduce<number | null>(
    (best, card) => (best === null || Math.abs(card - middle) <= Math.abs(best - middle) ? card : best),
    null,
  );
}

function mostFrequent(values: readonly StoryPoints[]): StoryPoints | null {
  const counts = new Map<StoryPoints, number>();
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/** On how many tasks all agreed in the first round. */
export function agreedAtOnce(
  tasks: ReadonlyArray<{ readonly rounds: ReadonlyArray<{ readonly statistics: Statistics }> }>,
): number {
  return tasks.filter(({ rounds }) => rounds[0]?.statistics.consensus === true).length;
}

/** One number after the point at most: nobody estimates more closely. */
export function shown(points: number | null): string {
  return points === null ? '–' : points.toLocaleString(undefined, { maximumFractionDigits: 1 });
}
