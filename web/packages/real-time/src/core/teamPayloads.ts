/** What comes with the events of planning poker and of the inbox. */

import type { Fields, Instant } from './payloads.js';

/** A planning poker card: a number if it is one, else a text, such as `"?"`. */
export type StoryPoints = number | string;

/** A vote as clients see it. While `masked` is there, `storyPoints` is null. */
export interface Vote {
  readonly sessionId: string;
  readonly taskId: string;
  readonly userId: string;
  readonly storyPoints: StoryPoints | null;
  readonly masked?: boolean;
}

/** Somebody has taken their vote back. */
export interface VoteRetracted {
  readonly sessionId: string;
  readonly taskId: string;
  readonly userId: string;
}

/** All see all votes now. */
export interface VotesRevealed {
  readonly sessionId: string;
  readonly taskId: string;
  readonly votes: readonly { readonly userId: string; readonly storyPoints: StoryPoints }[];
}

/** Somebody plays, too. */
export interface MemberJoined {
  readonly sessionId: string;
  readonly userId: string;
  readonly userName: string;
}

/** A task has its points. Index and id of the next are null if there is none. */
export interface TaskFinalized {
  readonly sessionId: string;
  readonly taskId: string;
  readonly finalStoryPoints: StoryPoints;
  readonly nextTaskIndex: number | null;
  readonly nextTaskId: string | null;
}

/** A session is over. */
export interface SessionEnded {
  readonly sessionId: string;
  readonly reason?: string;
}

/** A message from or to a contact. `senderId` is null for the contact's own. */
export interface ContactMessage {
  readonly id: string;
  readonly contactId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly channel: string;
  readonly body: string;
  readonly status: string;
  readonly read: boolean;
  readonly senderId: string | null;
  readonly createdAt: Instant;
}

/** An agent has read a message. */
export interface MessageRead {
  readonly messageId: string;
  readonly contactId: string;
  readonly readBy: string;
}

/** Something about a contact is different: new values by their fields. */
export interface ContactUpdated {
  readonly contactId: string;
  readonly changes: Fields;
}

/** What an agent has written about a contact, for the team only. */
export interface Note {
  readonly id: string;
  readonly contactId: string;
  readonly authorId: string;
  readonly text: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** An agent has begun or ceased to write to a contact. */
export interface AgentTyping {
  readonly contactId: string;
  readonly userId: string;
  readonly isTyping: boolean;
}
