import { useInfiniteQuery } from '@tanstack/react-query';
import { FileText, Lock, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { explain } from '../api/problem';
import { useUser } from '../session/session';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { SearchField, TextField } from '../ui/fields';
import { Page } from '../ui/Page';
import { PagedList } from '../ui/PagedList';
import { Badge, EmptyState, Failure, Skeleton } from '../ui/states';
import { Ago } from '../ui/time';
import { useSettled } from '../ui/useSettled';
import type { DocumentEntry } from './document';
import { documentsQuery, useCreateDocument } from './queries';
import { useOwnDocumentEvents, useRecordEvents } from './useDocumentEvents';
import './documents-page.css';

/** All documents that one may see, as they are right now. */
export function DocumentsPage() {
  const [search, setSearch] = useState('');
  const [isCreating, setCreating] = useState(false);
  const q = useSettled(search.trim());
  const query = useInfiniteQuery(documentsQuery(q));
  useOwnDocumentEvents();
  return (
    <Page
      title="Documents"
      isNarrow
      actions={
        <Button look="primary" onPress={() => setCreating(true)}>
          <Plus aria-hidden /> New document
        </Button>
      }
    >
      {query.data?.pages[0]?.channels.map((channel) => (
        <Following key={channel} channel={channel} />
      ))}
      <SearchField label="Search documents" value={search} onChange={setSearch} />
      <PagedList
        query={query}
        entriesOf={(page) => page.documents}
        className="documents card"
        loading={
          <div className="card">
            <Skeleton lines={6} label="Loading documents" />
          </div>
        }
        empty={<NoDocuments q={q} onCreate={() => setCreating(true)} />}
      >
        {(document) => <DocumentRow document={document} />}
      </PagedList>
      <Dialog title="New document" isOpen={isCreating} onClose={() => setCreating(false)}>
        <CreateDocument />
      </Dialog>
    </Page>
  );
}

function Following({ channel }: { readonly channel: string }): null {
  useRecordEvents(channel);
  return null;
}

function DocumentRow({ document }: { readonly document: DocumentEntry }) {
  const me = useUser().id;
  const by = document.updatedBy.id === me ? 'you' : document.updatedBy.name;
  return (
    <Link to={`/documents/${document.id}`} className="document-row">
      <FileText aria-hidden />
      <span className="document-row-text">
        <span className="document-row-title">{document.title}</span>
        <span className="soft">
          <Ago at={document.updatedAt} /> by {by}
        </span>
      </span>
      {document.access === 'members' && (
        <Badge>
          <Lock aria-hidden /> Only some
        </Badge>
      )}
    </Link>
  );
}

function NoDocuments({ q, onCreate }: { readonly q: string; readonly onCreate: () => void }) {
  return q === '' ? (
    <EmptyState icon={FileText} title="Nothing written yet" action={<Button onPress={onCreate}>New document</Button>}>
      What you begin here all your colleagues can read and write, unless you say otherwise.
    </EmptyState>
  ) : (
    <EmptyState icon={FileText} title="Nothing found">
      No document here has “{q}” in it.
    </EmptyState>
  );
}

function CreateDocument() {
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const create = useCreateDocument();

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(title.trim(), { onSuccess: ({ id }) => void navigate(`/documents/${id}`) });
  }

  return (
    <form className="stack" onSubmit={submit}>
      <TextField label="Title" autoFocus maxLength={200} value={title} onChange={setTitle} />
      {create.isError && <Failure>{explain(create.error)}</Failure>}
      <div className="dialog-actions">
        <Button type="submit" look="primary" isPending={create.isPending} isDisabled={title.trim() === ''}>
          Begin
        </Button>
      </div>
    </form>
  );
}
