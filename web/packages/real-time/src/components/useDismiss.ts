import { useEffect, type RefObject } from 'react';
import { useLatest } from '../client/useLatest.js';

/** Calls `onDismiss` on Escape and on a press outside of the element, while `isOpen`. */
export function useDismiss(element: RefObject<HTMLElement | null>, isOpen: boolean, onDismiss: () => void): void {
  const latest = useLatest(onDismiss);
  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const pressed = ({ target }: Event): void => {
      if (!element.current?.contains(target as Node)) {
        latest.current();
      }
    };
    const typed = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') {
        latest.current();
      }
    };
    document.addEventListener('pointerdown', pressed);
    document.addEventListener('keydown', typed);
    return () => {
      document.removeEventListener('pointerdown', pressed);
      document.removeEventListener('keydown', typed);
    };
  }, [element, isOpen, latest]);
}
