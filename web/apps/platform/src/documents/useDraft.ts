import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { ApiProblem } from '../api/problem';
import type { SharedDocument } from './document';
import { begun, drafted, type Draft, type DraftAction, isReady } from './draft';
import { currentIn, keepDocument, writeDocument } from './queries';

const PAUSE_MS = 800;
const AGAIN_AFTER_MS = 5_000;

/** Somebody's own copy of a document, which is saved whenever they pause. */
export function useDraft(document: SharedDocument): readonly [Draft, (action: DraftAction) => void, () => void] {
  const client = useQueryClient();
  const [draft, dispatch] = useReducer(drafted, document, begun);
  const latest = useRef(draft);
  const isSaving = useRef(false);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);

  const isIdle = draft.sent === null;
  useEffect(() => {
    if (isIdle) {
      dispatch({ kind: 'met', document });
    }
  }, [document, isIdle]);

  const save = useCallback(async () => {
    const { base, title, text } = latest.current;
    if (isSaving.current || !isReady(latest.current)) {
      return;
    }
    isSaving.current = true;
    dispatch({ kind: 'sent' });
    try {
      const saved = await writeDocument(base, title.trim(), text);
      dispatch({ kind: 'saved', document: saved });
      keepDocument(client, saved);
    } catch (error) {
      const current = currentIn(error);
      if (current === null) {
        dispatch({ kind: 'failed', error });
      } else {
        dispatch({ kind: 'met', document: current, refused: true });
        keepDocument(client, current);
      }
    } finally {
      isSaving.current = false;
    }
  }, [client]);

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
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);

  return [draft, dispatch, () => void save()];
}

function mayWorkLater(failure: unknown): boolean {
  return failure instanceof ApiProblem && (failure.isUncertain || failure.status === 429);
}
