import { useMutation, useQueryClient } from '@tanstack/react-query';
import { explain } from '../api/problem';
import type { Note } from './contact';
import { inboxApi, keys, notesQuery } from './queries';

/** What is written stays in the field until the server has it. */
export function useAddNote(contactId: string) {
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (text: string) => inboxApi.addNote(contactId, text),
    onSuccess: (note) => {
      client.setQueryData<readonly Note[]>(notesQuery(contactId).queryKey, (known = []) =>
        known.some(({ id }) => id === note.id) ? known : [...known, note],
      );
      void client.invalidateQueries({ queryKey: keys.notes(contactId) });
    },
  });
  return {
    add: (text: string, onAdded: () => void) => add.mutate(text, { onSuccess: onAdded }),
    isPending: add.isPending,
    failure: add.error ? explain(add.error) : null,
  };
}
