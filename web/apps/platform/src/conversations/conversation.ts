import type { Person } from '../session/person';
import { mergedBySeq } from '../ui/sequence';

export interface Subject {
  readonly type: string;
  readonly id: string;
  readonly title: string;
}

const subjectPages: Readonly<Record<string, string>> = { auction: '/auctions/', product: '/market/products/', order: '/orders/' };

/** Where that can be seen which a conversation is about, if that has a page. */
export function pageOf({ type, id }: Subject): string | undefined {
  const path = subjectPages[type];
  return path && path + encodeURIComponent(id);
}

export interface LastMessage {
  readonly id: string;
  readonly text: string;
  readonly sentAt: string;
  readonly senderId: string | null;
}

export interface Conversation {
  readonly id: string;
  readonly subject: Subject | null;
  readonly participants: readonly Person[];
  readonly lastMessage: LastMessage | null;
  readonly unreadCount: number;
  readonly blockedByMe: boolean;
  readonly blockedByOther: boolean;
  /** How far each participant has read. */
  readonly readSeq: Readonly<Record<string, number>>;
  readonly lastSeq: number;
  readonly updatedAt: string;
}

export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  /** Nobody: the platform itself says it. */
  readonly senderId: string | null;
  readonly text: string;
  readonly sentAt: string;
  readonly clientId: string | null;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly version: number;
}

export interface MessagesPage {
  readonly messages: readonly Message[];
  readonly hasMore: boolean;
}

export function otherOf(conversation: Conversation, me: string): Person {
  return conversation.participants.find(({ id }) => id !== me) ?? { id: '', name: 'Somebody', avatar: null };
}

/** Of both, each once, in order; of two versions the newer. */
export function merged(known: readonly Message[], news: readonly Message[]): readonly Message[] {
  return mergedBySeq(
    known,
    news,
    (message, before) => before.version < message.version || (message.deletedAt !== null && before.deletedAt === null),
  );
}

export function replaced(messages: readonly Message[], id: string, change: (message: Message) => Message): readonly Message[] {
  return messages.map((message) => (message.id === id ? change(message) : message));
}

export function deletedAt(message: Message, at: string): Message {
  return { ...message, text: '', deletedAt: at };
}

/** The last of mine that the other has read. */
export function lastSeen(messages: readonly Message[], me: string, otherReadSeq: number): Message | undefined {
  return messages.findLast((message) => message.senderId === me && message.seq <= otherReadSeq && message.deletedAt === null);
}

/** How far there is every message: one's own may have been answered before an earlier one of the other was heard. */
export function lastBeforeGap(messages: readonly Message[]): number {
  const last = messages.find((message, index) => messages[index + 1]?.seq !== message.seq + 1);
  return last?.seq ?? 0;
}
