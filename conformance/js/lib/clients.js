// pusher-js as an application would set it up, against the server under test.
import Pusher from 'pusher-js';
import { backend, host, port } from './server.js';
import { once, within } from './waiting.js';

const open = new Set();

// `member` is who the back end says the client is, in presence channels; `user` at sign-in.
export function client({ app = 'counting', member, user, ...options } = {}) {
  const signer = backend(app);
  const pusher = new Pusher(`${app}-key`, {
    cluster: '',
    wsHost: host,
    wsPort: port,
    wssPort: port,
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, done) =>
        done(null, signer.authorizeChannel(socketId, channelName, member)),
    },
    userAuthentication: {
      customHandler: ({ socketId }, done) => done(null, signer.authenticateUser(socketId, user)),
    },
    ...options,
  });
  open.add(pusher);
  return pusher;
}

export async function connected(options) {
  const pusher = client(options);
  if (pusher.connection.state !== 'connected') {
    await once(pusher.connection, 'connected');
  }
  return pusher;
}

export async function subscribed(pusher, name) {
  const channel = pusher.subscribe(name);
  const result = await once(channel, 'pusher:subscription_succeeded');
  return Object.assign(channel, { result });
}

// Signed in and listening to the user's own channel.
export async function signedIn(user, options = {}) {
  const pusher = await connected({ user, ...options });
  pusher.signin();
  await within(pusher.user.signinDonePromise, 'the sign-in');
  const own = pusher.user.serverToUserChannel;
  if (!own.subscribed) {
    await once(own, 'pusher:subscription_succeeded');
  }
  return pusher;
}

// For afterEach: no test leaves a connection behind.
export function disconnectAll() {
  open.forEach((pusher) => pusher.disconnect());
  open.clear();
}
