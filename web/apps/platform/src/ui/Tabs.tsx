import { useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';
import './tabs.css';

interface Tab {
  readonly to: string;
  readonly text: string;
  readonly isCurrent: boolean;
}

/** Links of which one is where we are: each tab has an address. Where they have no room they scroll, with that one in sight. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const row = useRef<HTMLElement>(null);
  const current = tabs.findIndex(({ isCurrent }) => isCurrent);
  useLayoutEffect(() => {
    const tab = row.current?.children[current];
    if (row.current && tab instanceof HTMLElement) {
      row.current.scrollLeft = tab.offsetLeft - (row.current.clientWidth - tab.offsetWidth) / 2;
    }
  }, [current]);
  return (
    <nav aria-label={label} className="tabs" ref={row}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          replace
          className="tab"
          aria-current={tab.isCurrent ? 'page' : undefined}
          data-current={tab.isCurrent || undefined}
        >
          {tab.text}
        </Link>
      ))}
    </nav>
  );
}
