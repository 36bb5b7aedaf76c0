import { useMutation, useQueryClient } from '@tanstack/react-query';
import { EllipsisVertical, Pencil, StickyNote, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { explain } from '../api/problem';
import { IconButton } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { Item, Menu } from '../ui/Menu';
import { Failure } from '../ui/states';
import { clockTime, dateAndTime } from '../ui/time';
import type { Note } from './contact';
import { EditNote } from './EditNote';
import { NoteText } from './NoteText';
import { inboxApi, keys } from './queries';
import './note.css';

interface NoteCardProps {
  readonly note: Note;
  readonly me: string;
  readonly teamId: string;
}

/** For the team only, and it looks like that. Its author may change it. */
export const NoteCard = memo(function NoteCard({ note, me, teamId }: NoteCardProps) {
  const [isEditing, setEditing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => inboxApi.removeNote(note.id),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.notes(note.contactId) }),
  });
  return (
    <li className="note" aria-label={`Note of ${note.author.name}`}>
      <div className="note-head small">
        <StickyNote aria-hidden />
        <strong className="cut">{note.author.name}</strong>
        <span className="note-facts">
          noted for the team ·{' '}
          <time dateTime={note.createdAt} title={dateAndTime(note.createdAt)}>
            {clockTime(note.createdAt)}
          </time>
          {note.updatedAt !== note.createdAt && ' · edited'}
        </span>
        {note.author.id === me && !isEditing && (
          <MenuTrigger>
            <IconButton label="What to do with this note">
              <EllipsisVertical aria-hidden />
            </IconButton>
            <Menu onAction={(key) => (key === 'edit' ? setEditing(true) : setAsking(true))}>
              <Item id="edit" textValue="Edit">
                <Pencil aria-hidden /> Edit
              </Item>
              <Item id="delete" textValue="Delete" isDangerous>
                <Trash2 aria-hidden /> Delete
              </Item>
            </Menu>
          </MenuTrigger>
        )}
      </div>
      {isEditing ? (
        <EditNote note={note} teamId={teamId} onDone={() => setEditing(false)} />
      ) : (
        <NoteText text={note.text} mentions={note.mentions} me={me} />
      )}
      <ConfirmDialog
        title="Delete this note?"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action="Delete"
        isDangerous
        isPending={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <p>It is gone for the whole team.</p>
        {remove.isError && <Failure>{explain(remove.error)}</Failure>}
      </ConfirmDialog>
    </li>
  );
});
