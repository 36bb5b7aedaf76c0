import type { Backend } from '../auth/backend.js';
import type { MessageDeleted, MessageSent, MessageUpdated } from '../events.js';
import { Listeners } from '../listeners.js';

/** A message of a conversation, and whether the back end has it. */
export interface ThreadMessage {
  readonly id: string;
  /** By which the back end knows a message that is sent again. */
  readonly clientId?: string | null | undefined;
  readonly content: string;
  readonly senderId: string | null;
  readonly createdAt: Date;
  readonly status: 'pending' | 'failed' | 'sent';
}

interface KeptMessage {
  readonly id: string;
  readonly clientId?: string | null;
  readonly text: string;
  readonly senderId: string | null;
  readonly sentAt: string;
}

/** The messages of a conversation that are shown. */
export interface ThreadSnapshot {
  /** Oldest first; those that are not sent yet in the end. */
  readonly messages: readonly ThreadMessage[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  /** Whether there are older ones. */
  readonly hasMore: boolean;
}

/** Before anything has come. */
export const EMPTY_THREAD: ThreadSnapshot = { messages: [], isLoading: true, error: null, hasMore: false };

/** One conversation: what was sent, what comes, and what is being sent. */
export class Messages {
  readonly changes = new Listeners<void>();
  readonly #backend: Backend;
  readonly #path: string;
  #snapshot = EMPTY_THREAD;
  #oldest: number | null = null;

  constructor(backend: Backend, conversationId: string) {
    this.#backend = backend;
    this.#path = `/api/conversations/${encodeURIComponent(conversationId)}/messages`;
  }

  /** The same object until something changes. */
  readonly snapshot = (): ThreadSnapshot => this.#snapshot;

  /** Loads the newest. */
  readonly load = (): Promise<void> => this.#load('');

  readonly loadOlder = (): Promise<void> => (this.#oldest === null ? this.load() : this.#load(`?before=${this.#oldest}`));

  /** Shows a message at once, and sends it. If that fails it stays, as failed. */
  async send(content: string, senderId: string | null, clientId: string = newId()): Promise<void> {
    const message = { id: clientId, clientId, content, senderId, createdAt: new Date() };
    this.#put({ ...message, status: 'pending' });
    try {
      const response = await this.#backend.post(this.#path, { text: content, clientId });
      this.#put({ ...shown((await response.json()) as KeptMessage), clientId });
    } catch (error) {
      this.#put({ ...message, status: 'failed' });
      this.#set({ error: error as Error });
    }
  }

  /** Sends one again that failed. Should the back end have it after all, it stays one. */
  async retry(id: string): Promise<void> {
    const failed = this.#snapshot.messages.find((message) => message.id === id && message.status === 'failed');
    if (failed !== undefined) {
      await this.send(failed.content, failed.senderId, id);
    }
  }

  /** One that is too long for an event is asked for. */
  added(message: MessageSent & { readonly clientId?: string | null }): void {
    if (message.truncated) {
      void this.load();
    } else {
      this.#put(shown(message));
    }
  }

  /** One that is too long for an event is asked for, as long as it is among the newest. */
  updated({ id, text, truncated }: MessageUpdated): void {
    if (truncated) {
      void this.load();
    } else {
      this.#change(id, (message) => ({ ...message, content: text }));
    }
  }

  deleted({ id }: MessageDeleted): void {
    this.#set({ messages: this.#snapshot.messages.filter((message) => message.id !== id) });
  }

  async #load(query: string): Promise<void> {
    try {
      const page = (await this.#backend.json(this.#path + query)) as {
        messages: (KeptMessage & { seq: number })[];
        hasMore: boolean;
      };
      this.#oldest = Math.min(this.#oldest ?? Infinity, ...page.messages.map(({ seq }) => seq));
      page.messages.forEach((message) => this.#put(shown(message)));
      this.#set({ isLoading: false, error: null, hasMore: page.hasMore });
    } catch (error) {
      this.#set({ isLoading: false, error: error as Error });
    }
  }

  /** The event of one's own message may come before the answer: it is the same by its id, or by its client id. */
  #put(message: ThreadMessage): void {
    const others = this.#snapshot.messages.filter(
      ({ id, clientId }) => id !== message.id && (clientId == null || clientId !== message.clientId),
    );
    this.#set({ messages: [...others, message].sort(inOrder) });
  }

  #change(id: string, change: (message: ThreadMessage) => ThreadMessage): void {
    this.#set({ messages: this.#snapshot.messages.map((message) => (message.id === id ? change(message) : message)) });
  }

  #set(change: Partial<ThreadSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.changes.tell();
  }
}

function shown({ id, clientId, text, senderId, sentAt }: KeptMessage): ThreadMessage {
  return { id, clientId, content: text, senderId, createdAt: new Date(sentAt), status: 'sent' };
}

function inOrder(a: ThreadMessage, b: ThreadMessage): number {
  const isSent = Number(b.status === 'sent') - Number(a.status === 'sent');
  return isSent || a.createdAt.getTime() - b.createdAt.getTime();
}

function newId(): string {
  return globalThis.crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
}
