import { useEffect } from 'react';

const checks = new Set<() => boolean>();

/** Has something asked before the page is loaded anew by itself. @returns what ends it */
export function guard(isUnsaved: () => boolean): () => void {
  checks.add(isUnsaved);
  return () => checks.delete(isUnsaved);
}

/** Whether somebody would lose what they have written. */
export function isAnythingUnsaved(): boolean {
  return [...checks].some((isUnsaved) => isUnsaved());
}

/** While a form has something that a new page would not. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => (isUnsaved ? guard(() => true) : undefined), [isUnsaved]);
}
