import { Store } from '../ui/store';
import { guard } from '../ui/unsaved';

/** A message that the server has not confirmed. */
export interface Unsent {
  readonly clientId: string;
  /** The conversation, or the contact, that it is for. */
  readonly threadId: string;
  readonly senderId: string;
  readonly text: string;
  readonly at: string;
  readonly state: 'sending' | 'failed';
  readonly reason?: string;
}

export type Outbox<U extends Unsent = Unsent> = readonly U[];

/** Outlives the page of its conversation, so that nothing is lost by looking elsewhere, or by signing in again. */
export const outbox = new Store<Outbox>([]);
guard(() => outbox.value.length > 0);

export function queued<U extends Unsent>(before: Outbox<U>, unsent: U): Outbox<U> {
  return [...before.filter(({ clientId }) => clientId !== unsent.clientId), unsent];
}

export function sending<U extends Unsent>(before: Outbox<U>, clientId: string): Outbox<U> {
  return before.map((unsent) => (unsent.clientId === clientId ? { ...withoutReason(unsent), state: 'sending' } : unsent));
}

export function failed<U extends Unsent>(before: Outbox<U>, clientId: string, reason: string): Outbox<U> {
  return before.map((unsent) => (unsent.clientId === clientId ? { ...unsent, state: 'failed', reason } : unsent));
}

export function removed<U extends Unsent>(before: Outbox<U>, clientId: string): Outbox<U> {
  return before.filter((unsent) => unsent.clientId !== clientId);
}

/** What is to be shown below the messages: some may have arrived though their answer was lost. */
export function pendingOf<U extends Unsent>(
  all: Outbox<U>,
  me: string,
  threadId: string,
  messages: ReadonlyArray<{ readonly clientId: string | null }>,
): Outbox<U> {
  const arrived = new Set(messages.map(({ clientId }) => clientId));
  return all.filter((unsent) => unsent.senderId === me && unsent.threadId === threadId && !arrived.has(unsent.clientId));
}

function withoutReason<U extends Unsent>(unsent: U): U {
  const { reason: _, ...rest } = unsent;
  return rest as U;
}
