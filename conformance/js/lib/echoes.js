// Laravel Echo as a Laravel front end sets it up; a back end of ours plays Laravel.
import Echo from 'laravel-echo';
import Pusher from 'pusher-js';
import { authServer } from './authServer.js';
import { backend, host, port } from './server.js';
import { within } from './waiting.js';

const open = [];
let laravel;

// For before and after: the routes /broadcasting/auth and /broadcasting/user-auth, which know users by a bearer token.
export async function startLaravel() {
  const nameOf = (headers) => (headers.authorization ?? '').replace('Bearer ', '');
  laravel = await authServer({
    memberOf: (headers) =>
      nameOf(headers) === '' ? null : { user_id: nameOf(headers), user_info: { name: nameOf(headers) } },
    userOf: (headers) => ({ id: nameOf(headers) }),
  });
}

export function stopLaravel() {
  laravel.close();
}

export function echo(user, options = {}) {
  const client = new Echo({
    broadcaster: 'reverb',
    key: 'counting-key',
    wsHost: host,
    wsPort: port,
    wssPort: port,
    forceTLS: false,
    enabledTransports: ['ws'],
    bearerToken: user,
    // Without one of its own every Echo of the process would share the default object, and with it the last token.
    auth: { headers: {} },
    authEndpoint: `${laravel.url}/broadcasting/auth`,
    userAuthentication: { endpoint: `${laravel.url}/broadcasting/user-auth`, headers: {} },
    Pusher,
    ...options,
  });
  open.push(client);
  return client;
}

// Echo hands out callbacks; this is the first call of one.
export function called(register) {
  return within(new Promise((resolve) => register(resolve)), 'the callback');
}

export async function ready(channel) {
  await called((done) => channel.subscribed(done));
  return channel;
}

// What `broadcast(new Event)->toOthers()` sends for an event class of the application.
export function broadcast(channel, event, data, socketId) {
  return backend().trigger(channel, event, data, socketId === undefined ? {} : { socket_id: socketId });
}

export function disconnectAll() {
  open.splice(0).forEach((client) => client.disconnect());
}
