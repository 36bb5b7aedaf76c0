import type { Auction } from './auction';

/** The least that counts, and two steps more. */
export function quickBids({ currentPriceMinor, nextMinimumMinor, bidsCount, startPriceMinor }: Auction): readonly number[] {
  const step = bidsCount > 0 ? nextMinimumMinor - currentPriceMinor : Math.max(1, Math.round(startPriceMinor / 10));
  return [nextMinimumMinor, nextMinimumMinor + step, nextMinimumMinor + 3 * step];
}
