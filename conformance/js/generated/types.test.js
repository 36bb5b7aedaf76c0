import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { REGISTRIES, broken, complaints, generated } from '../lib/generated.js';

const usage = (registry) => fileURLToPath(new URL(`./${registry}.usage.ts`, import.meta.url));

for (const registry of REGISTRIES) {
  test(`${registry}: tsc has nothing to say of the types and of what uses them rightly`, () => {
    assert.deepEqual(complaints(generated(registry, 'channels.ts').path), []);
    assert.deepEqual(complaints(usage(registry)), []);
  });
}

// The name of a change, what is changed, into what, and what tsc has to say.
const BROKEN = [
  ['a type that is not there', "'bid-placed': BidPlaced;", "'bid-placed': BidMade;", /channels\.ts:\d+ TS2304 .*BidMade/],
  ['another event', "'ended': AuctionEnded;", "'end': AuctionEnded;", /usage\.ts:\d+ TS2345 .*"ended"/],
  ['another payload', 'amount: number;\n  by', 'amount: string;\n  by', /usage\.ts:\d+ TS2345/],
  ['what is no longer null', 'outbid: Watcher | null;', 'outbid: Watcher;', /usage\.ts:\d+ TS2578/],
  ['any payload', "'outbid': Outbid;", "'outbid': any;", /usage\.ts:\d+ TS2578/],
  ['a builder of names without a pattern', "channel('auction-'", "channel('auctions-'", /usage\.ts:\d+ TS2345/],
  ['a builder that takes anything', '(auctionId: string) => channel(', '(auctionId: any) => channel(', /usage\.ts:\d+ TS2578/],
];

for (const [what, from, to, complaint] of BROKEN) {
  test(`${what} is noticed`, () => {
    const { path, text } = generated('sample', 'channels.ts');
    const found = complaints(usage('sample'), { [path]: broken(text, from, to) });
    assert.ok(
      found.some((one) => complaint.test(one)),
      `${complaint} is not in:\n${found.join('\n')}`,
    );
  });
}
