import type { Person } from '../session/person';
import { money, toMinor } from '../ui/money';
import type { NewAuction } from './queries';

const MINUTE = 60_000;

export const durations = [
  { value: '10', text: '10 minutes' },
  { value: '60', text: '1 hour' },
  { value: '1440', text: '1 day' },
  { value: '4320', text: '3 days' },
  { value: '10080', text: '7 days' },
] as const;

/** An auction as its form has it: amounts in major units, NaN where empty. */
export interface Draft {
  readonly title: string;
  readonly description: string;
  /** A data URL, or empty for none. */
  readonly image: string;
  readonly currency: string;
  readonly startPrice: number;
  readonly reserve: number;
  readonly buyNow: number;
  readonly duration: (typeof durations)[number]['value'];
  /** Local time, or empty for at once. */
  readonly startsAt: string;
  readonly isByInvitation: boolean;
  readonly invited: readonly Person[];
}

export const emptyDraft: Draft = {
  title: '',
  description: '',
  image: '',
  currency: 'EUR',
  startPrice: Number.NaN,
  reserve: Number.NaN,
  buyNow: Number.NaN,
  duration: '1440',
  startsAt: '',
  isByInvitation: false,
  invited: [],
};

export type Errors = Partial<Record<'title' | 'startPrice' | 'reserve' | 'buyNow' | 'startsAt' | 'invited', string>>;

/** What is wrong with a draft; nothing if it can be put up. */
export function checked(draft: Draft, now: number): Errors {
  const errors: Errors = {};
  if (draft.title.trim() === '') {
    errors.title = 'Give it a title.';
  }
  if (!(draft.startPrice > 0)) {
    errors.startPrice = 'Say where bidding starts.';
  }
  const start = money(toMinor(draft.startPrice || 0, draft.currency), draft.currency);
  if (draft.reserve < draft.startPrice) {
    errors.reserve = `Not below the start price of ${start}.`;
  }
  if (draft.buyNow <= draft.startPrice) {
    errors.buyNow = `More than the start price of ${start}.`;
  } else if (draft.buyNow < draft.reserve) {
    errors.buyNow = 'Not below the reserve.';
  }
  if (draft.startsAt !== '' && !(Date.parse(draft.startsAt) > now)) {
    errors.startsAt = 'That is in the past.';
  }
  if (draft.isByInvitation && draft.invited.length === 0) {
    errors.invited = 'Choose who may see it and bid.';
  }
  return errors;
}

export function toNewAuction(draft: Draft, now: number): NewAuction {
  const start = draft.startsAt === '' ? now : Date.parse(draft.startsAt);
  const minor = (major: number) => toMinor(major, draft.currency);
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    ...(draft.image === '' ? {} : { image: draft.image }),
    currency: draft.currency,
    startPriceMinor: minor(draft.startPrice),
    endAt: new Date(start + Number(draft.duration) * MINUTE).toISOString(),
    ...(draft.startsAt === '' ? {} : { startsAt: new Date(start).toISOString() }),
    ...(Number.isNaN(draft.reserve) ? {} : { reserveMinor: minor(draft.reserve) }),
    ...(Number.isNaN(draft.buyNow) ? {} : { buyNowMinor: minor(draft.buyNow) }),
    ...(draft.isByInvitation ? { byInvitation: true, invited: draft.invited.map(({ id }) => id) } : {}),
  };
}
