import { type ReactNode, useEffect, useRef } from 'react';
import { BackLink } from './Button';
import './page.css';

interface PageProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Hides the title from eyes where the page has one of its own. */
  readonly isTitleHidden?: boolean;
  readonly isNarrow?: boolean;
  /** What it belongs to. */
  readonly back?: { readonly to: string; readonly text: string };
}

/** Names the window, and lets those who hear the page begin at its heading. */
export function Page({ title, actions, children, isTitleHidden, isNarrow, back }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Fanfare`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={isNarrow ? 'page page-narrow' : 'page'}>
      {back && <BackLink href={back.to}>{back.text}</BackLink>}
      <div className={isTitleHidden ? 'visually-hidden' : 'page-head'}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className="row">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
