import { useCallback, useSyncExternalStore } from 'react';

/** Something that changes, and tells so. */
export interface Store<T> {
  readonly changes: { add(onChange: () => void): () => void };
  /** The same value until it has changed. */
  readonly snapshot: () => T;
}

const nothing = (): void => {};

/** How a store is, rendered anew with each change. @param initial where there is no store, and on a server */
export function useStore<T>(store: Store<T> | null | undefined, initial: T): T {
  return useSyncExternalStore(
    useCallback((onChange) => store?.changes.add(onChange) ?? nothing, [store]),
    () => (store ? store.snapshot() : initial),
    () => initial,
  );
}
