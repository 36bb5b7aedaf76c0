import { Gavel } from 'lucide-react';
import { tint } from '../ui/Avatar';
import type { Auction } from './auction';
import './picture.css';

/** The auction's picture, or a coloured ground where it has none. */
export function Picture({ auction }: { readonly auction: Auction }) {
  return (
    <div className="picture" data-tint={tint(auction.id)}>
      {auction.image ? <img src={auction.image} alt="" loading="lazy" /> : <Gavel aria-hidden />}
    </div>
  );
}
