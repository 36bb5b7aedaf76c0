import { Store, useStore } from '../ui/store';

const drafts = new Store<Readonly<Record<string, string>>>({});

/** What was being written in a conversation when one looked elsewhere. */
export function useDraft(conversationId: string): readonly [text: string, set: (text: string) => void] {
  const text = useStore(drafts)[conversationId] ?? '';
  return [text, (value) => drafts.update((before) => ({ ...before, [conversationId]: value }))];
}
