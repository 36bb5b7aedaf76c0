/** What the back end says when it refuses (RFC 9457), or what stands in for that when it says nothing. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>, retryAfterSeconds?: number) {
    super(text(body['detail']) ?? text(body['error']) ?? text(body['title']) ?? `Status ${status}`);
    this.status = status;
    this.code = text(body['code']) ?? (status === 0 ? 'unreachable' : 'unknown');
    this.retryAfterSeconds = retryAfterSeconds;
    this.body = body;
  }

  /** Nobody knows whether the request was carried out. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}

/** A sentence for people. */
export function explain(error: unknown): string {
  if (!(error instanceof ApiProblem)) {
    return 'Something went wrong.';
  }
  if (error.status === 0) {
    return 'Fanfare cannot be reached. Check your connection.';
  }
  if (error.status === 429) {
    const seconds = error.retryAfterSeconds;
    return seconds ? `Too many tries. Wait ${seconds} s and try again.` : 'Too many tries. Wait a moment.';
  }
  if (error.status >= 500) {
    return 'Fanfare had a problem of its own. Try again.';
  }
  return known[error.code] ?? error.message;
}

const known: Readonly<Record<string, string>> = {
  blocked: 'One of you has blocked the other.',
  not_found: 'It is not there, or not for you.',
  unauthenticated: 'You are signed out.',
  auction_not_live: 'This auction is not open for bids.',
  own_auction: 'This is your own auction.',
  already_leading: 'You lead already. Raise your maximum to stay ahead.',
  not_for_sale: 'Somebody has bid, so it can be had by bidding only.',
  has_bids: 'Somebody has bid, so it cannot be changed any more.',
  auction_over: 'This auction is over.',
  stale: 'It was changed elsewhere meanwhile. Look again.',
  phone_used: 'There is a contact with this number already.',
  opted_out: 'They have asked not to be written to.',
  window_closed: 'The 24 hours in which WhatsApp carries answers are over.',
  not_failed: 'Somebody was faster: it is on its way again.',
  not_scheduled: 'It is too late for that: its time has come, or somebody was faster.',
  wrong_password: 'That is not your password.',
  sold_out: 'Somebody was faster: there are not so many left.',
  own_product: 'This is your own offer.',
  invalid_transition: 'That is not possible any more: the order has moved on.',
  session_active: 'This project has a session already. Join that one, or end it first.',
  session_ended: 'This session is over.',
  not_current_task: 'Somebody was faster: that task is not on the table any more.',
  already_revealed: 'The cards are turned over already.',
  not_revealed: 'The cards are not turned over yet.',
  facilitator_needed: 'Hand the session over to somebody else first.',
  email_taken: 'Somebody has this address already.',
  last_administrator: 'Somebody has to look after Fanfare: make somebody else an administrator first.',
  team_in_use: 'It has contacts, which nobody would see any more. Merge or delete them first.',
  category_in_use: 'There are products in it, for sale or withdrawn.',
  name_taken: 'There is one of that name already.',
  deactivated: 'They are deactivated. Activate them first.',
  bid_too_low: 'Somebody was faster: that bid is too low now.',
};
