import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Picture } from './Picture';
import { Skeleton } from './states';
import './cards.css';

interface ItemCardProps {
  readonly item: { readonly id: string; readonly title: string; readonly image: string | null };
  readonly icon: LucideIcon;
  readonly to: string;
  readonly priceName: ReactNode;
  readonly price: ReactNode;
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
}

/** Something that is for sale, in a list: all of it leads to its page. */
export function ItemCard({ item, icon, to, priceName, price, beside, children }: ItemCardProps) {
  return (
    <article className="item-card card">
      <Picture of={item} icon={icon} />
      <div className="item-card-body">
        <h2>
          <Link to={to}>{item.title}</Link>
        </h2>
        {children}
        <div className="item-card-foot">
          <div>
            <p className="small soft">{priceName}</p>
            <p className="item-card-price">{price}</p>
          </div>
          {beside}
        </div>
      </div>
    </article>
  );
}

export function LoadingCards({ label }: { readonly label: string }) {
  return (
    <div className="item-grid" role="status" aria-label={label}>
      {Array.from({ length: 6 }, (_, card) => (
        <div key={card} className="card loading-card">
          <div className="loading-picture" />
          <Skeleton lines={3} />
        </div>
      ))}
    </div>
  );
}
