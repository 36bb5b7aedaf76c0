// What runs in the pages; handed over as functions, so it may not use anything from here.
import { host, port } from './server.js';
import { within } from './waiting.js';

// Connects window.pusher as `who` and waits for it.
export function connect(tab, who) {
  const socketId = tab.evaluate(
    ([wsHost, wsPort, name]) =>
      new Promise((resolve, reject) => {
        window.pusher = new window.Pusher('counting-key', {
          cluster: '',
          wsHost,
          wsPort,
          forceTLS: false,
          enabledTransports: ['ws'],
          channelAuthorization: { endpoint: `/auth/${name}`, transport: 'ajax' },
          userAuthentication: { endpoint: `/user-auth/${name}`, transport: 'ajax' },
        });
        window.pusher.connection.bind('connected', () => resolve(window.pusher.connection.socket_id));
        window.pusher.connection.bind('error', (error) => reject(new Error(JSON.stringify(error))));
      }),
    [host, port, who],
  );
  return within(socketId, 'the connection of the page');
}

// Subscribes, records all events of the channel in window.seen, and returns the names of the members, if it has any.
export function subscribe(tab, channelName) {
  const members = tab.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        window.seen ??= [];
        const channel = window.pusher.subscribe(name);
        channel.bind_global((event, data) => window.seen.push([event, data]));
        channel.bind('pusher:subscription_succeeded', (data) => resolve(Object.keys(data?.members ?? {})));
        channel.bind('pusher:subscription_error', (error) => reject(new Error(JSON.stringify(error))));
      }),
    channelName,
  );
  return within(members, 'the subscription of the page');
}

// Waits for an event that `subscribe` recorded, and returns its data.
export async function seen(tab, event) {
  const found = await tab.waitForFunction(
    (name) => window.seen.find(([candidate]) => candidate === name),
    event,
    { timeout: 10_000, polling: 20 },
  );
  return (await found.jsonValue())[1];
}
