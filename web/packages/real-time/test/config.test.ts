import { describe, expect, it, vi } from 'vitest';
import { providersOf } from '../src/core/client/completed.js';
import { configFromEnv } from '../src/core/config/env.js';
import { configFromServer, merged, resolved, spelled } from '../src/core/config/resolve.js';
import { optionsOf } from '../src/core/providers/pusher/options.js';

const of = (config: Parameters<typeof spelled>[0]) => resolved(spelled(merged(spelled(config), configFromEnv(config.env))));

describe('settings', () => {
  it('may be spelt either way, and the first spelling wins', () => {
    expect(of({ key: 'a', cluster: 'eu' })).toMatchObject({ key: 'a', cluster: 'eu' });
    expect(of({ key: 'a', pusherKey: 'b', pusherCluster: 'ap1' })).toMatchObject({ key: 'b', cluster: 'ap1' });
  });

  it('come from the environment, after what is given', () => {
    vi.stubEnv('NEXT_PUBLIC_PUSHER_KEY', 'env');
    vi.stubEnv('NEXT_PUBLIC_PUSHER_HOST', 'one:1');
    vi.stubEnv('NEXT_PUBLIC_PUSHER_WS_HOST', 'localhost');
    vi.stubEnv('NEXT_PUBLIC_PUSHER_WS_PORT', '6001');
    vi.stubEnv('NEXT_PUBLIC_REALTIME_PROVIDER', 'websocket');
    vi.stubEnv('NEXT_PUBLIC_PUSHER_AUTH_ENDPOINT', '/auth');
    expect(of({})).toMatchObject({
      key: 'env',
      host: 'localhost',
      port: 6001,
      tls: false,
      provider: 'websocket',
      authEndpoint: '/auth',
    });
    expect(of({ key: 'given', provider: 'sse' })).toMatchObject({ key: 'given', provider: 'sse' });
    expect(of({ env: { VITE_PUSHER_KEY: 'vite' } })).toMatchObject({ key: 'vite' });
  });

  it('name a host with a port, and secure what is not on this machine', () => {
    vi.stubGlobal('location', { protocol: 'https:' });
    expect(of({ key: 'k', wsHost: 'ws.example.com' })).toMatchObject({ host: 'ws.example.com', port: 443, tls: true });
    expect(of({ key: 'k', wsHost: '127.0.0.1:6001' })).toMatchObject({ host: '127.0.0.1', port: 6001, tls: false });
    expect(of({ key: 'k', wsHost: 'h', wsPort: 80, wssPort: 8443, forceTLS: false })).toMatchObject({ port: 80 });
    expect(of({ key: 'k', wsHost: 'h', wsPort: 80, wssPort: 8443, forceTLS: true })).toMatchObject({ port: 8443 });
  });

  it('reach pusher-js, with a cluster always', () => {
    const config = of({
      key: 'k',
      wsHost: 'h',
      wssPort: 443,
      forceTLS: true,
      enabledTransports: ['ws', 'wss'],
      activityTimeout: 9,
    });
    const options = optionsOf(config, {} as never, {} as never);
    expect(options).toMatchObject({
      cluster: 'us2',
      wsHost: 'h',
      wssPort: 443,
      forceTLS: true,
      enabledTransports: ['ws', 'wss'],
      activityTimeout: 9,
    });
  });

  it('of a back end that has its server in itself lead there by the default provider', () => {
    const served = {
      provider: 'embedded',
      key: 'k',
      cluster: 'us2',
      host: '127.0.0.1',
      port: 6001,
      wssPort: null,
      encrypted: false,
    };
    expect(of(configFromServer(served))).toMatchObject({
      provider: 'pusher',
      key: 'k',
      host: '127.0.0.1',
      port: 6001,
      tls: false,
    });
    expect(configFromServer({ ...served, provider: 'websocket' }).provider).toBe('websocket');
  });

  it('say what is missing', () => {
    expect(() => of({})).toThrow('NEXT_PUBLIC_PUSHER_KEY');
  });

  it('name the fallbacks', () => {
    expect(providersOf(of({ key: 'k' }))).toEqual(['pusher']);
    expect(providersOf(of({ key: 'k', fallback: true }))).toEqual(['pusher', 'sse', 'polling']);
    expect(providersOf(of({ key: 'k', provider: 'sse', fallback: true }))).toEqual(['sse', 'polling']);
    expect(providersOf(of({ key: 'k', fallback: ['websocket', 'polling'] }))).toEqual(['pusher', 'websocket', 'polling']);
  });
});
