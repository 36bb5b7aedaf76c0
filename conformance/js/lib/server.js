// The server under test. Its apps follow one rule: app `x` has the key `x-key` and the secret `x-secret`.
import Backend from 'pusher';

export const host = '127.0.0.1';
export const port = Number(process.env.FANFARE_PORT);
export const masterKey = Buffer.alloc(32, 7).toString('base64');

// What an application's back end holds: the HTTP API, and the secret to authorize clients with.
export function backend(app = 'counting', options = {}) {
  return new Backend({
    appId: app,
    key: `${app}-key`,
    secret: `${app}-secret`,
    host,
    port,
    useTLS: false,
    encryptionMasterKeyBase64: masterKey,
    ...options,
  });
}

let names = 0;

// A name that no other test uses.
export function unique(prefix) {
  names += 1;
  return `${prefix}-${process.pid}-${names}`;
}

// The port of a server that tells the endpoint what happens to the channels of app `counting`.
export async function serverThatTells(endpoint) {
  const response = await fetch(`${process.env.FANFARE_CONTROL}/servers?${endpoint}`, { method: 'POST' });
  return Number(await response.text());
}

// A server of its own that the test may restart: { port, restart() }.
export async function restartableServer() {
  const control = process.env.FANFARE_CONTROL;
  const post = async (path) => (await fetch(control + path, { method: 'POST' })).text();
  const ownPort = Number(await post('/servers'));
  return { port: ownPort, restart: () => post(`/servers/${ownPort}/restart`) };
}
