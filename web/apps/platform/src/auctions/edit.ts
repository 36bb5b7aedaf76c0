import { toLocal } from '../ui/time';
import { toMajor, toMinor } from '../ui/money';
import type { Auction } from './auction';
import { checked, type Draft, emptyDraft, type Errors } from './draft';
import type { AuctionChange } from './queries';

/** An auction as the form for changing it has it. The reserve is told to nobody, so that empty means as it was. */
export interface Edit extends Draft {
  /** Local time. */
  readonly endsAt: string;
}

export function editOf(auction: Auction): Edit {
  const { currency, startPriceMinor, buyNowMinor } = auction;
  return {
    ...emptyDraft,
    title: auction.title,
    description: auction.description,
    image: auction.image ?? '',
    currency,
    startPrice: toMajor(startPriceMinor, currency),
    buyNow: buyNowMinor === null ? Number.NaN : toMajor(buyNowMinor, currency),
    startsAt: auction.status === 'scheduled' ? toLocal(auction.startsAt) : '',
    endsAt: toLocal(auction.endAt),
  };
}

export function checkedEdit(edit: Edit, now: number): Errors & { readonly endsAt?: string } {
  const start = edit.startsAt === '' ? now : Date.parse(edit.startsAt);
  const errors = checked(edit, now);
  return Date.parse(edit.endsAt) > start ? errors : { ...errors, endsAt: 'It ends after it has started, and not in the past.' };
}

/** Only what is different: the form has whole minutes, the auction may have more. */
export function toChange(before: Edit, after: Edit): AuctionChange {
  const minor = (major: number) => toMinor(major, after.currency);
  const differs = (field: keyof Edit) => !Object.is(before[field], after[field]);
  const at = (local: string) => new Date(local).toISOString();
  return {
    ...(differs('title') && { title: after.title.trim() }),
    ...(differs('description') && { description: after.description.trim() }),
    ...(differs('image') && { image: after.image }),
    ...(differs('startPrice') && { startPriceMinor: minor(after.startPrice) }),
    ...(differs('reserve') && { reserveMinor: minor(after.reserve) }),
    ...(differs('buyNow') && !Number.isNaN(after.buyNow) && { buyNowMinor: minor(after.buyNow) }),
    ...(differs('startsAt') && after.startsAt !== '' && { startsAt: at(after.startsAt) }),
    ...(differs('endsAt') && { endAt: at(after.endsAt) }),
  };
}
