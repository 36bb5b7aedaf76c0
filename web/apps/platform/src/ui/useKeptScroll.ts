import { type RefObject, useLayoutEffect, useRef } from 'react';

const NEAR_END_PX = 80;

/**
 * Stays at the end while one is there, and with what one reads while earlier entries come in above.
 *
 * @param first number of the first entry that is shown
 * @param end changes whenever something comes in below
 */
export function useKeptScroll(first: number | undefined, end: number | string): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef({ first, height: 0, isAtEnd: true });
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) {
      return;
    }
    const { current } = before;
    if (current.first !== undefined && first !== undefined && first < current.first) {
      box.scrollTop += box.scrollHeight - current.height;
    } else if (current.isAtEnd) {
      box.scrollTop = box.scrollHeight;
    }
    before.current = { ...current, first, height: box.scrollHeight };
  }, [first, end]);
  useLayoutEffect(() => {
    const box = element.current;
    const look = () => {
      if (box) {
        before.current.isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
      }
    };
    box?.addEventListener('scroll', look, { passive: true });
    return () => box?.removeEventListener('scroll', look);
  }, []);
  return element;
}
