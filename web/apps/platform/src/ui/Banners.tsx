import { type ReactNode, useLayoutEffect, useRef } from 'react';
import './banner.css';

/** Below the header; pages that fill the window know how much they take. */
export function Banners({ children }: { readonly children: ReactNode }) {
  const stack = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      root.style.setProperty('--banner', `${entry?.borderBoxSize[0]?.blockSize ?? 0}px`);
    });
    if (stack.current) {
      observer.observe(stack.current);
    }
    return () => {
      observer.disconnect();
      root.style.removeProperty('--banner');
    };
  }, []);
  return (
    <div ref={stack} className="banners">
      {children}
    </div>
  );
}
