import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Parser } from '@asyncapi/parser';
import { REGISTRIES, broken, generated } from '../lib/generated.js';

const ERROR = 0;

async function parsed(text) {
  const { document, diagnostics } = await new Parser().parse(text);
  const errors = diagnostics.filter((one) => one.severity === ERROR);
  return { document, errors: errors.map((one) => `${one.path.join('.')}: ${one.code}: ${one.message}`) };
}

for (const registry of REGISTRIES) {
  test(`${registry}: the AsyncAPI document is one`, async () => {
    const { text } = generated(registry, 'asyncapi.json');
    const { document, errors } = await parsed(text);
    assert.deepEqual(errors, []);
    assert.equal(document.version(), '3.0.0');
    const { channels } = JSON.parse(text);
    assert.deepEqual(
      document.channels().all().map((channel) => [channel.id(), channel.address(), channel.messages().all().length]),
      Object.entries(channels).map(([key, { address, messages }]) => [key, address, Object.keys(messages).length]),
    );
  });
}

test('clients receive what is told on a channel, with its payload', async () => {
  const { document } = await parsed(generated('sample', 'asyncapi.json').text);
  const operation = document.operations().get('receive-auction');
  assert.equal(operation.action(), 'receive');
  assert.deepEqual(operation.channels().all().map((channel) => channel.address()), ['auction-{auctionId}']);
  const [bid] = operation.messages().all();
  assert.equal(bid.name(), 'bid-placed');
  assert.deepEqual(bid.payload().required(), ['auctionId', 'amount', 'by', 'outbid', 'at']);
  assert.equal(bid.payload().property('by').property('name').type(), 'string');
});

// The name of a change, what is changed, into what, and where the parser has to find it.
const BROKEN = [
  ['a reference to nothing', 'schemas/Outbid"', 'schemas/Outbids"', /^channels\.user\.messages\.outbid\.payload/],
  ['a type that there is not', '"type" : "integer"', '"type" : "long"', /^components\.schemas\.\w+\.properties/],
  ['an action that there is not', '"action" : "receive"', '"action" : "hear"', /^operations\.receive-auction/],
  ['a parameter without a place', 'auction-{auctionId}', 'auction-{id}', /^channels\.auction/],
  ['another version', '"asyncapi" : "3.0.0"', '"asyncapi" : "3"', /asyncapi/],
  ['no title', '"title" : "Auctions",', '', /^info/],
];

for (const [what, from, to, place] of BROKEN) {
  test(`${what} is noticed`, async () => {
    const { errors } = await parsed(broken(generated('sample', 'asyncapi.json').text, from, to));
    assert.ok(
      errors.some((one) => place.test(one)),
      `${place} is not in:\n${errors.join('\n')}`,
    );
  });
}
