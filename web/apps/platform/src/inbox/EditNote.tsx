import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { explain, isProblem } from '../api/problem';
import { Button } from '../ui/Button';
import { TextField } from '../ui/fields';
import { Failure } from '../ui/states';
import { useUnsaved } from '../ui/unsaved';
import type { Note } from './contact';
import { MentionList } from './MentionList';
import { inboxApi, keys } from './queries';
import { useColleagues } from './useMembers';
import { useMentions } from './useMentions';

interface EditNoteProps {
  readonly note: Note;
  readonly teamId: string;
  readonly onDone: () => void;
}

/** If it was changed on another page meanwhile, that is shown, and what is written here is kept until one has decided. */
export function EditNote({ note, teamId, onDone }: EditNoteProps) {
  const client = useQueryClient();
  const [text, setText] = useState(note.text);
  const [begun, setBegun] = useState(note);
  const save = useMutation({
    mutationFn: (against: Note) => inboxApi.changeNote(against, text.trim()),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: keys.notes(note.contactId) }),
  });
  const field = useRef<HTMLTextAreaElement>(null);
  const mentions = useMentions({ people: useColleagues(teamId), text, onChange: setText, field });
  useUnsaved(text !== note.text);
  const isOutdated = begun.version !== note.version || isProblem(save.error, 'stale');

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate(begun);
  }

  function overwrite() {
    setBegun(note);
    save.mutate(note);
  }

  return (
    <form className="note-edit" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <TextField
        label="Edit note"
        autoFocus
        rows={3}
        value={text}
        onChange={setText}
        area={{ ...mentions.fieldProps, ref: field, onKeyDown: mentions.onKeyDown }}
      />
      <MentionList mentions={mentions} />
      {isOutdated && (
        <div className="note-conflict" role="alert">
          <p className="small">It was changed elsewhere meanwhile, and says now:</p>
          <blockquote>{note.text}</blockquote>
        </div>
      )}
      {save.isError && !isOutdated && <Failure>{explain(save.error)}</Failure>}
      <span className="row">
        {isOutdated ? (
          <Button look="primary" size="small" isPending={save.isPending} onPress={overwrite}>
            Save this instead
          </Button>
        ) : (
          <Button type="submit" look="primary" size="small" isPending={save.isPending} isDisabled={text.trim() === ''}>
            Save
          </Button>
        )}
        <Button look="quiet" size="small" onPress={onDone}>
          {isOutdated ? 'Keep that' : 'Cancel'}
        </Button>
      </span>
    </form>
  );
}
