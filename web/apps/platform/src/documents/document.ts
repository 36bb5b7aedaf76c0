import type { Person } from '../session/person';

export type Access = 'tenant' | 'members';

/** A document as it stands in a list. */
export interface DocumentEntry {
  readonly id: string;
  readonly title: string;
  readonly access: Access;
  readonly owner: Person;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly updatedBy: Person;
  /** Of its room: who is here, cursors, who is writing. */
  readonly channel: string;
}

export interface SharedDocument extends DocumentEntry {
  readonly text: string;
  /** Empty if it is for the whole tenant. */
  readonly members: readonly Person[];
  /** Where changes of it are told. */
  readonly recordChannel: string;
}

/** What everybody hears who may see it: `record:…`. */
export interface DocumentRecord {
  readonly type: 'document';
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly updatedBy: Person;
}

export function isDocumentRecord(data: unknown): data is DocumentRecord {
  const record = data as Partial<DocumentRecord> | null;
  return (
    typeof record === 'object' &&
    record?.type === 'document' &&
    typeof record.id === 'string' &&
    typeof record.version === 'number'
  );
}
