import { useInsertionEffect, useRef, type RefObject } from 'react';

/** A reference to the value of the last render, so that effects need not begin anew when it changes. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
