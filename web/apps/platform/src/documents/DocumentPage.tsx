import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Lock, Trash2, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { explain } from '../api/problem';
import { useRoster, useTyping } from '../realtime';
import { useUser } from '../session/session';
import { PageOf } from '../shell/PageOf';
import { BackLink, Button } from '../ui/Button';
import { ConfirmDialog, Dialog } from '../ui/Dialog';
import { TextField } from '../ui/fields';
import { Page } from '../ui/Page';
import { Failure } from '../ui/states';
import { AccessForm } from './AccessForm';
import { Conflict } from './Conflict';
import { Cursors } from './Cursors';
import type { SharedDocument } from './document';
import { isDirty } from './draft';
import { documentQuery, useDeleteDocument } from './queries';
import { PeopleHere, WhoTypes } from './PeopleHere';
import { TextEditor } from './TextEditor';
import { useOwnDocumentEvents, useRecordEvents } from './useDocumentEvents';
import { useDraft } from './useDraft';
import './document-page.css';

export function DocumentPage() {
  const { id = '' } = useParams();
  const query = useQuery(documentQuery(useQueryClient(), id));
  useOwnDocumentEvents();
  return (
    <PageOf query={query} what="document" title="Document" isNarrow>
      {(document) => <OpenDocument key={id} document={document} />}
    </PageOf>
  );
}

function OpenDocument({ document }: { readonly document: SharedDocument }) {
  const me = useUser();
  const area = useRef<HTMLDivElement>(null);
  const [draft, change, save] = useDraft(document);
  const roster = useRoster(document.channel);
  const typing = useTyping(document.channel);
  useRecordEvents(document.recordChannel);
  return (
    <Page title={document.title} isTitleHidden isNarrow>
      <div className="document" ref={area}>
        <div className="row spread">
          <BackLink href="/documents">Documents</BackLink>
          <DocumentTools document={document} />
        </div>
        <div className="row spread">
          <PeopleHere roster={roster} me={me.id} />
          <SaveState isSaving={draft.sent !== null} isUnsaved={isDirty(draft)} failure={draft.failure} />
        </div>
        <TextField
          label="Title"
          maxLength={200}
          value={draft.title}
          onChange={(title) => change({ kind: 'written', title })}
          onBlur={save}
          error={draft.title.trim() === '' ? 'Without a title it is not saved.' : undefined}
        />
        {draft.theirs && <Conflict mine={draft} theirs={draft.theirs} onSettled={(keep) => change({ kind: 'settled', keep })} />}
        <TextEditor
          text={draft.text}
          onWrite={(text) => {
            change({ kind: 'written', text });
            typing.keystroke();
          }}
          onLeave={() => {
            typing.stop();
            save();
          }}
        />
        <WhoTypes roster={roster} userIds={typing.typingUserIds} />
        <Cursors roomId={document.id} channel={document.channel} area={area} roster={roster} me={me.id} />
      </div>
    </Page>
  );
}

function SaveState({
  isSaving,
  isUnsaved,
  failure,
}: {
  readonly isSaving: boolean;
  readonly isUnsaved: boolean;
  readonly failure: unknown;
}) {
  if (failure !== null) {
    return <Failure>Not saved: {explain(failure)}</Failure>;
  }
  return (
    <span className="save-state soft" data-saved={!isSaving && !isUnsaved}>
      {isSaving ? 'Saving…' : isUnsaved ? 'Not saved yet' : 'Saved'}
    </span>
  );
}

/** For whom it is, and away with it. */
function DocumentTools({ document }: { readonly document: SharedDocument }) {
  const me = useUser();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'access' | 'delete'>();
  const remove = useDeleteDocument(document.id);
  const close = () => setOpen(undefined);
  const isOwner = document.owner.id === me.id;
  const isForAll = document.access === 'tenant';
  const text = isForAll ? 'For everybody' : `For ${document.members.length}`;
  return (
    <div className="row">
      <Button size="small" onPress={() => setOpen('access')}>
        {isForAll ? <Users aria-hidden /> : <Lock aria-hidden />} {text}
      </Button>
      {(isOwner || me.role === 'ADMIN') && (
        <Button look="danger" size="small" onPress={() => setOpen('delete')}>
          <Trash2 aria-hidden /> Delete
        </Button>
      )}
      <Dialog title="Who may read and write" isOpen={open === 'access'} onClose={close}>
        <AccessForm document={document} isOwner={isOwner} onDone={close} />
      </Dialog>
      <ConfirmDialog
        title="Delete this document?"
        isOpen={open === 'delete'}
        onClose={close}
        action="Delete"
        isDangerous
        isPending={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onSuccess: () => void navigate('/documents') })}
      >
        <p>It goes for everybody, and does not come back.</p>
        {remove.isError && <Failure>{explain(remove.error)}</Failure>}
      </ConfirmDialog>
    </div>
  );
}
