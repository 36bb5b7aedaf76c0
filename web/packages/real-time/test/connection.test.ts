import { beforeEach, describe, expect, it, vi } from 'vitest';
import { resolved } from '../src/core/config/resolve.js';
import { Connection } from '../src/core/providers/websocket/connection.js';

class SilentSocket {
  static readonly OPEN = 1;
  static all: SilentSocket[] = [];
  readonly readyState = SilentSocket.OPEN;
  readonly close = vi.fn();
  onclose: ((event: { code: number; reason: string }) => void) | null = null;

  constructor() {
    SilentSocket.all.push(this);
  }
}

function opened() {
  const states: string[] = [];
  const user = { state: (state: string) => states.push(state), opened: vi.fn(), frame: vi.fn() };
  const connection = new Connection(resolved({ key: 'k', provider: 'websocket' }), user);
  connection.open();
  return { connection, states };
}

beforeEach(() => {
  vi.useFakeTimers();
  SilentSocket.all = [];
  vi.stubGlobal('WebSocket', SilentSocket);
});

describe('a connection', () => {
  it('is dropped and made anew if the server never says its id', () => {
    const { connection, states } = opened();
    vi.advanceTimersByTime(149_999);
    expect(SilentSocket.all).toHaveLength(1);
    vi.advanceTimersByTime(1001);
    expect(SilentSocket.all).toHaveLength(2);
    expect(SilentSocket.all[0]?.close).toHaveBeenCalled();
    connection.close();
    expect(states).not.toContain('failed');
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    [4001, 1],
    [4200, 2],
  ])('that the server closed with %i was tried %i times once the network is back', (code, attempts) => {
    const { connection } = opened();
    SilentSocket.all[0]?.onclose?.({ code, reason: '' });
    window.dispatchEvent(new Event('online'));
    expect(SilentSocket.all).toHaveLength(attempts);
    connection.close();
  });
});
