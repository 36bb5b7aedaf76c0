import type { SharedDocument } from './document';
import { merged } from './merge';

/** What somebody makes of a document, and how far the server has it. */
export interface Draft {
  /** As the server has it, as far as is known. */
  readonly base: SharedDocument;
  readonly title: string;
  readonly text: string;
  /** What is on its way to the server. */
  readonly sent: { readonly title: string; readonly text: string } | null;
  /** What somebody else has made of the same place; until it is settled nothing is saved. */
  readonly theirs: SharedDocument | null;
  readonly failure: unknown;
}

export type DraftAction =
  | { readonly kind: 'written'; readonly title?: string; readonly text?: string }
  | { readonly kind: 'sent' }
  | { readonly kind: 'saved'; readonly document: SharedDocument }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** The server has another version than one knew: heard of, or learned from a refusal. */
  | { readonly kind: 'met'; readonly document: SharedDocument; readonly refused?: boolean }
  | { readonly kind: 'settled'; readonly keep: 'mine' | 'theirs' };

export function begun(document: SharedDocument): Draft {
  return { base: document, title: document.title, text: document.text, sent: null, theirs: null, failure: null };
}

export function isDirty({ base, title, text }: Draft): boolean {
  return title.trim() !== base.title || text !== base.text;
}

/** Whether there is something to save, and nothing that speaks against it. */
export function isReady(draft: Draft): boolean {
  return isDirty(draft) && draft.sent === null && draft.theirs === null && draft.title.trim() !== '';
}

export function drafted(draft: Draft, action: DraftAction): Draft {
  switch (action.kind) {
    case 'written':
      return { ...draft, title: action.title ?? draft.title, text: action.text ?? draft.text, failure: null };
    case 'sent':
      return { ...draft, sent: { title: draft.title, text: draft.text }, failure: null };
    case 'saved':
      return saved(draft, action.document);
    case 'failed':
      return { ...draft, sent: null, failure: action.error };
    case 'met':
      return met(action.refused ? { ...draft, sent: null } : draft, action.document);
    case 'settled':
      return settled(draft, action.keep);
  }
}

function saved(draft: Draft, document: SharedDocument): Draft {
  const { sent } = draft;
  if (sent === null || document.version < draft.base.version) {
    return { ...draft, sent: null };
  }
  // The server trims titles; what was written meanwhile stays.
  const title = draft.title === sent.title ? document.title : draft.title;
  return { ...draft, base: document, title, sent: null, failure: null };
}

function met(draft: Draft, theirs: SharedDocument): Draft {
  if (theirs.version <= draft.base.version) {
    return draft;
  }
  if (draft.sent !== null) {
    return draft; // the answer that is under way says which of the two was first
  }
  const title = merged(draft.base.title, draft.title.trim() === draft.base.title ? draft.base.title : draft.title, theirs.title);
  const text = merged(draft.base.text, draft.text, theirs.text);
  if (title === null || text === null) {
    return { ...draft, theirs };
  }
  return { ...draft, base: theirs, title, text, theirs: null };
}

/** From here on it is a change of theirs, whatever is kept. */
function settled(draft: Draft, keep: 'mine' | 'theirs'): Draft {
  const { theirs } = draft;
  if (theirs === null) {
    return draft;
  }
  return keep === 'theirs' ? begun(theirs) : { ...draft, base: theirs, theirs: null };
}
