import { useUser } from '../session/session';
import { Store, useStore } from '../ui/store';
import { guard } from '../ui/unsaved';

const drafts = new Store<Readonly<Record<string, string>>>({});
guard(() => Object.values(drafts.value).some((text) => text !== ''));

/** What one was writing in a conversation when one looked elsewhere. Who signs in next does not see it. */
export function useDraft(conversationId: string): readonly [text: string, set: (text: string) => void] {
  const key = `${useUser().id} ${conversationId}`;
  const text = useStore(drafts)[key] ?? '';
  return [text, (value) => drafts.update((before) => ({ ...before, [key]: value }))];
}
