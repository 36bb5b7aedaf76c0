import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { browser } from '../lib/browser.js';
import { connect, seen, subscribe } from '../lib/page.js';
import { backend, host, port, unique } from '../lib/server.js';
import { within } from '../lib/waiting.js';

let chromium;
const tabs = [];

before(async () => {
  chromium = await browser();
});
after(() => chromium.close());
afterEach(() => Promise.all(tabs.splice(0).map((tab) => tab.close())));

async function tab() {
  const opened = await chromium.tab();
  tabs.push(opened);
  return opened;
}

async function tabOf(who) {
  const opened = await tab();
  await connect(opened, who);
  return opened;
}

test('pusher-js connects from a page and receives events', async () => {
  const page = await tab();
  assert.match(await connect(page, 'ann'), /^\d+\.\d+$/);
  const name = unique('page');
  await subscribe(page, name);
  await backend().trigger(name, 'e', { text: 'hello wörld' });
  assert.deepEqual(await seen(page, 'e'), { text: 'hello wörld' });
});

test('pusher-js is authorized by the site it comes from', async () => {
  const page = await tabOf('ann');
  const name = unique('private-page');
  await subscribe(page, name);
  await backend().trigger(name, 'e', 1);
  assert.equal(await seen(page, 'e'), 1);
});

test('pusher-js decrypts in the browser', async () => {
  const page = await tabOf('ann');
  const name = unique('private-encrypted-page');
  await subscribe(page, name);
  await backend().trigger(name, 'e', { secret: 'ü' });
  assert.deepEqual(await seen(page, 'e'), { secret: 'ü' });
});

test('two tabs of a user are one member, and closing one is no news', async () => {
  const name = unique('presence-page');
  const ann = await tabOf('ann');
  await subscribe(ann, name);
  const [first, second] = [await tabOf('bob'), await tabOf('bob')];
  assert.deepEqual(await subscribe(first, name), ['ann', 'bob']);
  assert.deepEqual(await subscribe(second, name), ['ann', 'bob']);
  await first.close();
  const cat = await tabOf('cat');
  await subscribe(cat, name);
  await cat.close();
  await seen(ann, 'pusher:member_removed');
  const news = await ann.evaluate(() => window.seen.filter(([event]) => event.startsWith('pusher:member_')));
  assert.deepEqual(
    news.map(([event, { id }]) => `${event} ${id}`),
    ['pusher:member_added bob', 'pusher:member_added cat', 'pusher:member_removed cat'],
  );
});

test('client events go from page to page', async () => {
  const name = unique('private-chat');
  const [from, to] = [await tabOf('ann'), await tabOf('bob')];
  await subscribe(from, name);
  await subscribe(to, name);
  await from.evaluate((channel) => window.pusher.channel(channel).trigger('client-typing', { on: true }), name);
  assert.deepEqual(await seen(to, 'client-typing'), { on: true });
});

test('a user signs in, is reached, and is thrown out', async () => {
  const id = unique('ann');
  const page = await tabOf(id);
  const ready = page.evaluate(async () => {
    window.pusher.user.bind('note', (data) => (window.note = data));
    window.pusher.signin();
    await window.pusher.user.signinDonePromise;
    const own = window.pusher.user.serverToUserChannel;
    await (own.subscribed || new Promise((resolve) => own.bind('pusher:subscription_succeeded', resolve)));
  });
  await within(ready, 'the sign-in of the page');
  await backend().sendToUser(id, 'note', { text: 'hi' });
  const note = await page.waitForFunction(() => window.note, undefined, { polling: 20 });
  assert.deepEqual(await note.jsonValue(), { text: 'hi' });
  await backend().terminateUserConnections(id);
  await page.waitForFunction(() => window.pusher.connection.state === 'disconnected', undefined, { polling: 20 });
});

test('a cache channel greets a page with its last event', async () => {
  const name = unique('cache-page');
  await backend().trigger(name, 'price', 7);
  const page = await tabOf('ann');
  await subscribe(page, name);
  assert.equal(await seen(page, 'price'), 7);
});

test('a page whose origin is not allowed is disconnected for good', async () => {
  const page = await tab();
  const state = page.evaluate(
    ([wsHost, wsPort]) =>
      new Promise((resolve) => {
        const pusher = new window.Pusher('origins-key', {
          cluster: '',
          wsHost,
          wsPort,
          forceTLS: false,
          enabledTransports: ['ws'],
        });
        pusher.connection.bind('connected', () => resolve('connected'));
        pusher.connection.bind('disconnected', () => resolve('disconnected'));
      }),
    [host, port],
  );
  assert.equal(await within(state, 'the end'), 'disconnected');
});

test('Laravel Echo joins a presence channel from a page', async () => {
  const page = await tab();
  const name = unique('room');
  const users = page.evaluate(
    ([wsHost, wsPort, room]) =>
      new Promise((resolve, reject) => {
        window.echo = new window.Echo.default({
          broadcaster: 'reverb',
          key: 'counting-key',
          wsHost,
          wsPort,
          forceTLS: false,
          enabledTransports: ['ws'],
          authEndpoint: '/auth/ann',
        });
        window.echo.join(room).here(resolve).error(reject);
        window.echo.join(room).listen('.e', (data) => (window.event = data));
      }),
    [host, port, name],
  );
  assert.deepEqual(await within(users, 'here()'), [{ name: 'ann' }]);
  await backend().trigger(`presence-${name}`, 'e', 7);
  const event = await page.waitForFunction(() => window.event, undefined, { polling: 20 });
  assert.equal(await event.jsonValue(), 7);
});
