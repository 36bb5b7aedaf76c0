import { useCallback, useEffect, useRef } from 'react';

const NOTICED_AFTER_MS = 800;

/** Whether a value is so new that one cannot have seen it: nobody shall bid more than they meant to. */
export function useJustChanged(value: number): () => boolean {
  const seen = useRef(value);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (seen.current !== value) {
      seen.current = value;
      changedAt.current = Date.now();
    }
  }, [value]);
  return useCallback(() => Date.now() - changedAt.current < NOTICED_AFTER_MS, []);
}
