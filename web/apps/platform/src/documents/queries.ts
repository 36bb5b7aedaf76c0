import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { http, isRecord, withQuery } from '../api/http';
import { isProblem } from '../api/problem';
import { ifMatch, newer } from '../api/versioned';
import { type Access, type DocumentEntry, type DocumentRecord, type SharedDocument } from './document';

export interface DocumentsAnswer {
  readonly documents: readonly DocumentEntry[];
  readonly next: string | null;
  /** Where it is told what becomes of documents for a whole tenant. */
  readonly channels: readonly string[];
}

const all = ['documents'] as const;

export function documentsQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: [...all, 'list', q],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      http.get<DocumentsAnswer>(withQuery('/api/documents', { q, limit: 30, cursor: pageParam }), signal),
    getNextPageParam: (page) => page.next,
  });
}

const one = (id: string) => [...all, 'one', id] as const;

export function documentQuery(client: QueryClient, id: string) {
  return queryOptions({
    queryKey: one(id),
    queryFn: async ({ signal }) =>
      newer(client.getQueryData<SharedDocument>(one(id)), await http.get<SharedDocument>(`/api/documents/${id}`, signal)),
  });
}

export function keepDocument(client: QueryClient, document: SharedDocument): void {
  client.setQueryData<SharedDocument>(one(document.id), (known) => newer(known, document));
}

/** What is shown of documents is asked for again, or of one of them and the lists. */
export function refetchDocuments(client: QueryClient, id?: string): void {
  void client.invalidateQueries({ queryKey: id === undefined ? all : [...all, 'list'] });
  if (id !== undefined) {
    void client.invalidateQueries({ queryKey: one(id) });
  }
}

/** Brings what is shown in line with what was told. */
export function heardOf(client: QueryClient, event: string, record: DocumentRecord): void {
  const known = client.getQueryData<SharedDocument>(one(record.id));
  if (known && (event !== 'record:updated' || known.version < record.version)) {
    void client.invalidateQueries({ queryKey: one(record.id) });
  }
  if (event === 'record:updated') {
    client.setQueriesData<InfiniteData<DocumentsAnswer>>({ queryKey: [...all, 'list'] }, (data) => data && listed(data, record));
  } else {
    void client.invalidateQueries({ queryKey: [...all, 'list'] });
  }
}

function listed(data: InfiniteData<DocumentsAnswer>, record: DocumentRecord): InfiniteData<DocumentsAnswer> {
  const change = (entry: DocumentEntry): DocumentEntry =>
    entry.id === record.id && entry.version < record.version
      ? {
          ...entry,
          version: record.version,
          title: record.title,
          updatedBy: record.updatedBy,
          updatedAt: new Date().toISOString(),
        }
      : entry;
  return { ...data, pages: data.pages.map((page) => ({ ...page, documents: page.documents.map(change) })) };
}

export function writeDocument(known: SharedDocument, title: string, text: string): Promise<SharedDocument> {
  const change = { ...(title === known.title ? {} : { title }), ...(text === known.text ? {} : { text }) };
  return http.patch<SharedDocument>(`/api/documents/${known.id}`, change, ifMatch(known), { outlivesPage: true });
}

/** The document as it is, if that is why it was not written. */
export function currentIn(error: unknown): SharedDocument | null {
  const current = isProblem(error, 'stale') ? error.body['current'] : null;
  return isRecord(current) && typeof current['version'] === 'number' ? (current as unknown as SharedDocument) : null;
}

export function useCreateDocument() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (title: string) => http.post<SharedDocument>('/api/documents', { title }),
    onSuccess: (document) => {
      keepDocument(client, document);
      void client.invalidateQueries({ queryKey: [...all, 'list'] });
    },
  });
}

export function useSetAccess(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { readonly access: Access; readonly memberIds: readonly string[] }) =>
      http.put<SharedDocument>(`/api/documents/${id}/access`, wanted),
    onSuccess: (document) => {
      keepDocument(client, document);
      void client.invalidateQueries({ queryKey: [...all, 'list'] });
    },
  });
}

export function useDeleteDocument(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete<void>(`/api/documents/${id}`),
    onSuccess: () => void client.invalidateQueries({ queryKey: [...all, 'list'] }),
  });
}
