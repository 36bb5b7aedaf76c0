import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/problem';
import { useUnsaved } from '../ui/unsaved';
import type { SharedDocument } from './document';
import { begun, drafted, type Draft, type DraftAction, isDirty, isReady } from './draft';
import { currentIn, keepDocument, writeDocument } from './queries';

const PAUSE_MS = 800;
const AGAIN_AFTER_MS = 5_000;

/** Somebody's own copy of a document, which is saved whenever they pause. */
export function useDraft(document: SharedDocument): readonly [Draft, (action: DraftAction) => void, () => void] {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => begun(document));
  const latest = useRef(draft); // also once nobody looks any more
  const isSaving = useRef(false);
  const hasLeft = useRef(false);
  const change = useCallback((action: DraftAction) => {
    latest.current = drafted(latest.current, action);
    setDraft(latest.current);
  }, []);
  useUnsaved(isDirty(draft));

  const isIdle = draft.sent === null;
  useEffect(() => {
    if (isIdle) {
      change({ kind: 'met', document });
    }
  }, [document, isIdle, change]);

  const save = useCallback(async () => {
    while (!isSaving.current && isReady(latest.current)) {
      const { base, title, text } = latest.current;
      isSaving.current = true;
      change({ kind: 'sent' });
      try {
        const saved = await writeDocument(base, title.trim(), text);
        change({ kind: 'saved', document: saved });
        keepDocument(client, saved);
      } catch (error) {
        const current = currentIn(error);
        if (current === null) {
          change({ kind: 'failed', error });
        } else {
          change({ kind: 'met', document: current, refused: true });
          keepDocument(client, current);
        }
      } finally {
        isSaving.current = false;
      }
      // What was written meanwhile waits for the next pause, which does not come for who has left.
      if (!hasLeft.current || latest.current.failure !== null) {
        return;
      }
    }
  }, [client, change]);

  const isWaiting = isReady(draft) && (draft.failure === null || mayWorkLater(draft.failure));
  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    const timer = setTimeout(() => void save(), draft.failure === null ? PAUSE_MS : AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, draft.title, draft.text, draft.base, draft.failure, save]);

  // Who leaves does not wait for the pause.
  useEffect(() => {
    const leave = () => void save();
    hasLeft.current = false;
    addEventListener('pagehide', leave);
    return () => {
      hasLeft.current = true;
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);

  return [draft, change, () => void save()];
}

function mayWorkLater(failure: unknown): boolean {
  return failure instanceof ApiProblem && (failure.isUncertain || failure.status === 429);
}
