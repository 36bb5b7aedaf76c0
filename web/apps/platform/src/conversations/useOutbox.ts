import { ApiProblem, explain } from '../api/problem';
import { randomId } from '../ui/random';
import { type Store, useStore } from '../ui/store';
import { failed, type Outbox, pendingOf, queued, removed, sending, type Unsent } from './outbox';

interface Thread {
  readonly me: string;
  readonly threadId: string;
  readonly messages: ReadonlyArray<{ readonly clientId: string | null }>;
}

type Content<U extends Unsent> = Omit<U, keyof Unsent> & { readonly text: string };

/**
 * Messages appear at once; what fails stays, with the reason, until it is sent again or thrown away.
 *
 * @param deliver sends one and shows what the server has made of it
 */
export function useOutbox<U extends Unsent>(
  outbox: Store<Outbox<U>>,
  { me, threadId, messages }: Thread,
  deliver: (unsent: U) => Promise<void>,
) {
  const all = useStore(outbox);

  async function transmit(unsent: U) {
    try {
      await deliver(unsent);
      outbox.update((before) => removed(before, unsent.clientId));
    } catch (error) {
      const reason = error instanceof ApiProblem && error.isUncertain ? 'Not sent: no answer.' : `Not sent: ${explain(error)}`;
      outbox.update((before) => failed(before, unsent.clientId, reason));
    }
  }

  return {
    pending: pendingOf(all, me, threadId, messages),
    send: (content: Content<U>) => {
      const base: Unsent = {
        clientId: randomId(),
        threadId,
        senderId: me,
        text: content.text,
        at: new Date().toISOString(),
        state: 'sending',
      };
      const unsent = { ...content, ...base } as unknown as U;
      outbox.update((before) => queued(before, unsent));
      void transmit(unsent);
    },
    /** With the same id, so that the server knows it if the first did arrive. */
    retry: (clientId: string) => {
      const unsent = outbox.value.find((one) => one.clientId === clientId);
      if (unsent) {
        outbox.update((before) => sending(before, clientId));
        void transmit(unsent);
      }
    },
    discard: (clientId: string) => outbox.update((before) => removed(before, clientId)),
  };
}
