import { useState } from 'react';
import type { Auction } from './auction';
import { money } from '../ui/money';

/** The price; it lights up when it changes before one's eyes. */
export function Price({ auction }: { readonly auction: Auction }) {
  const { currentPriceMinor, currency } = auction;
  const [first] = useState(currentPriceMinor);
  return (
    <span key={currentPriceMinor} className={currentPriceMinor === first ? 'tabular' : 'tabular price-changed'}>
      {money(currentPriceMinor, currency)}
    </span>
  );
}
