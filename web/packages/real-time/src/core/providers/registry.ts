import type { ProviderFactory } from './provider.js';

/** Those that are not used are not loaded. */
const factories = new Map<string, () => Promise<ProviderFactory>>([
  ['pusher', async () => (await import('./pusher/pusherProvider.js')).createPusherProvider],
  ['websocket', async () => (await import('./websocket/webSocketProvider.js')).createWebSocketProvider],
  ['sse', async () => (await import('./sse/sseProvider.js')).createSseProvider],
  ['polling', async () => (await import('./polling/pollingProvider.js')).createPollingProvider],
]);

/** Makes a provider known under a name, by which `config.provider` asks for it. The name of one that there is replaces it. */
export function registerProvider(name: string, factory: ProviderFactory): void {
  factories.set(name, () => Promise.resolve(factory));
}

/** @throws Error with the names that there are, if this is none of them */
export async function loadProvider(name: string): Promise<ProviderFactory> {
  const load = factories.get(name);
  if (load === undefined) {
    throw new Error(`There is no provider ${name}, expected one of ${[...factories.keys()].join(', ')}`);
  }
  return load();
}

/** One provider, or several of which the next takes over. @throws Error if there is none of a name */
export async function loadProviders(names: readonly string[]): Promise<ProviderFactory> {
  const [only = '', ...others] = names;
  if (others.length === 0) {
    return loadProvider(only);
  }
  const { Failover } = await import('./failover.js');
  return (context) => new Failover(context, names);
}
