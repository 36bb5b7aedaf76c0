import { PollingProvider } from './polling/pollingProvider.js';
import type { Provider, ProviderContext, ProviderFactory } from './provider.js';
import { PusherProvider } from './pusher/pusherProvider.js';
import { SseProvider } from './sse/sseProvider.js';
import { WebSocketProvider } from './websocket/webSocketProvider.js';

const factories = new Map<string, ProviderFactory>([
  ['pusher', (context) => new PusherProvider(context)],
  ['websocket', (context) => new WebSocketProvider(context)],
  ['sse', (context) => new SseProvider(context)],
  ['polling', (context) => new PollingProvider(context)],
]);

/** Makes a provider known under a name, by which `config.provider` asks for it. The name of one that there is replaces it. */
export function registerProvider(name: string, factory: ProviderFactory): void {
  factories.set(name, factory);
}

/** @throws Error with the names that there are, if this is none of them */
export function createProvider(name: string, context: ProviderContext): Provider {
  const factory = factories.get(name);
  if (factory === undefined) {
    throw new Error(`There is no provider ${name}, expected one of ${[...factories.keys()].join(', ')}`);
  }
  return factory(context);
}
