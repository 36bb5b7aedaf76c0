import { Store } from '../ui/store';
import { guard } from '../ui/unsaved';
import type { Message } from './conversation';

/** A message that the server has not confirmed. */
export interface Unsent {
  readonly clientId: string;
  readonly conversationId: string;
  readonly senderId: string;
  readonly text: string;
  readonly at: string;
  readonly state: 'sending' | 'failed';
  readonly reason?: string;
}

export type Outbox = readonly Unsent[];

/** Outlives the page of its conversation, so that nothing is lost by looking elsewhere, or by signing in again. */
export const outbox = new Store<Outbox>([]);
guard(() => outbox.value.length > 0);

export function queued(before: Outbox, unsent: Unsent): Outbox {
  return [...before.filter(({ clientId }) => clientId !== unsent.clientId), unsent];
}

export function sending(before: Outbox, clientId: string): Outbox {
  return before.map((unsent) => (unsent.clientId === clientId ? { ...withoutReason(unsent), state: 'sending' } : unsent));
}

export function failed(before: Outbox, clientId: string, reason: string): Outbox {
  return before.map((unsent) => (unsent.clientId === clientId ? { ...unsent, state: 'failed', reason } : unsent));
}

export function removed(before: Outbox, clientId: string): Outbox {
  return before.filter((unsent) => unsent.clientId !== clientId);
}

/** What is to be shown below the messages: some may have arrived though their answer was lost. */
export function pendingOf(all: Outbox, me: string, conversationId: string, messages: readonly Message[]): Outbox {
  const arrived = new Set(messages.map(({ clientId }) => clientId));
  return all.filter(
    (unsent) => unsent.senderId === me && unsent.conversationId === conversationId && !arrived.has(unsent.clientId),
  );
}

function withoutReason({ reason: _, ...unsent }: Unsent): Unsent {
  return unsent;
}
