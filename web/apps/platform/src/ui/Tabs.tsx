import { Link } from 'react-router';
import './tabs.css';

interface Tab {
  readonly to: string;
  readonly text: string;
  readonly isCurrent: boolean;
}

/** Links of which one is where we are: each tab has an address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="tabs">
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
