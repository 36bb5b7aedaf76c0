import { useUser } from '../session/session';
import { Store, useStore } from '../ui/store';

const drafts = new Store<Readonly<Record<string, string>>>({});

/** What one was writing in a conversation when one looked elsewhere. Who signs in next does not see it. */
export function useDraft(conversationId: string): readonly [text: string, set: (text: string) => void] {
  const key = `${useUser().id} ${conversationId}`;
  const text = useStore(drafts)[key] ?? '';
  return [text, (value) => drafts.update((before) => ({ ...before, [key]: value }))];
}
