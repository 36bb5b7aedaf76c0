import { describe, expect, it, vi } from 'vitest';
import { Positions } from '../src/core/recovery/positions.js';
import type { LoggedEvent, RecoverySource } from '../src/core/recovery/source.js';
import { createMockRealtime } from '@fanfare/real-time/testing';
import { eventually } from './settled.js';

const CHAT = 'private-conversation-7';
const message = (id: string) => ({ id, text: id, sentAt: '', senderId: 'bob', conversationId: '7' });

async function chatting() {
  const mock = createMockRealtime();
  const channel = mock.client.subscribe(CHAT);
  const heard: string[] = [];
  const recoveries: boolean[] = [];
  channel.bind('message:new', ({ id }, { recovered }) => heard.push(recovered ? `${id} recovered` : id));
  channel.bind('realtime:recovered', ({ recovered }) => recoveries.push(recovered));
  await eventually(() => expect(mock.backend.requestsFor('GET /api/realtime/events')).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 0));
  return { mock, channel, heard, recoveries };
}

describe('after a reconnect', () => {
  it('what was missed is told once and in order, before what is new, and it says that this was all', async () => {
    const { mock, channel, heard, recoveries } = await chatting();
    mock.emit(CHAT, 'message:new', message('1'));
    mock.disconnect();
    expect(channel.isSubscribed).toBe(false);
    mock.emit(CHAT, 'message:new', message('2'));
    mock.emit(CHAT, 'message:new', message('3'));
    mock.reconnect();
    mock.emit(CHAT, 'message:new', message('4'));
    expect(mock.client.connection.recovered).toBeNull();
    await eventually(() => expect(mock.client.connection.recovered).toBe(true));
    expect(heard).toEqual(['1', '2 recovered', '3 recovered', '4 recovered']);
    expect(recoveries).toEqual([true]);
    expect(channel.recovered).toBe(true);
  });

  it('from the next break on it is not known again', async () => {
    const { mock } = await chatting();
    mock.disconnect();
    mock.reconnect();
    await eventually(() => expect(mock.client.connection.recovered).toBe(true));
    const known: (boolean | null)[] = [];
    const end = mock.client.changes.add(() => known.push(mock.client.connection.recovered));
    mock.disconnect();
    mock.reconnect();
    expect(known.every((recovered) => recovered === null)).toBe(true);
    await eventually(() => expect(mock.client.connection.recovered).toBe(true));
    end();
  });

  it('nothing is told twice over many reconnects', async () => {
    const { mock, heard } = await chatting();
    const sent: string[] = [];
    for (let turn = 0; turn < 20; turn++) {
      const id = `${turn}`;
      mock.emit(CHAT, 'message:new', message(`${id}a`));
      mock.disconnect();
      mock.emit(CHAT, 'message:new', message(`${id}b`));
      mock.reconnect();
      mock.emit(CHAT, 'message:new', message(`${id}c`));
      sent.push(`${id}a`, `${id}b`, `${id}c`);
      await eventually(() => expect(mock.client.connection.recovered).toBe(true));
    }
    expect(heard.map((id) => id.replace(' recovered', ''))).toEqual(sent);
  });

  it('it says so if the log does not go back far enough', async () => {
    const { mock, channel, recoveries } = await chatting();
    mock.backend.on('GET /api/realtime/events', () => ({
      events: [{ seq: 9, channel: CHAT, event: 'message:new', data: message('9') }],
      position: 9,
      complete: false,
    }));
    mock.disconnect();
    mock.reconnect();
    await eventually(() => expect(channel.recovered).toBe(false));
    expect(mock.client.connection.recovered).toBe(false);
    expect(recoveries).toEqual([false]);
  });

  it('it says so if the log cannot be reached, and goes on with what is new', async () => {
    const { mock, heard } = await chatting();
    mock.backend.on('GET /api/realtime/events', () => new Response(null, { status: 503 }));
    mock.disconnect();
    mock.emit(CHAT, 'message:new', message('lost'));
    mock.reconnect();
    mock.emit(CHAT, 'message:new', message('new'));
    await eventually(() => expect(mock.client.connection.recovered).toBe(false));
    expect(heard).toEqual(['new']);
  });

  it('what is new does not wait for a log that never answers', async () => {
    vi.useFakeTimers();
    const since = (_: string, after: number | null) =>
      after === null ? Promise.resolve({ events: [], complete: true, position: 0 }) : new Promise<never>(() => {});
    const mock = createMockRealtime({ config: { recovery: { since } } });
    const heard: string[] = [];
    mock.client.subscribe(CHAT).bind('message:new', ({ id }) => heard.push(id));
    await vi.advanceTimersByTimeAsync(0);
    mock.disconnect();
    mock.reconnect();
    mock.emit(CHAT, 'message:new', message('new'));
    await vi.advanceTimersByTimeAsync(9999);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(heard).toEqual(['new']);
    expect(mock.client.connection.recovered).toBe(false);
  });

  it('a break while it is still fetching loses and repeats nothing', async () => {
    const { mock, heard } = await chatting();
    mock.disconnect();
    mock.emit(CHAT, 'message:new', message('1'));
    mock.reconnect();
    mock.disconnect();
    mock.emit(CHAT, 'message:new', message('2'));
    mock.reconnect();
    mock.emit(CHAT, 'message:new', message('3'));
    await eventually(() => expect(mock.client.connection.recovered).toBe(true));
    mock.emit(CHAT, 'message:new', message('4'));
    expect(heard.map((id) => id.replace(' recovered', ''))).toEqual(['1', '2', '3', '4']);
  });

  it('of several channels all must have got everything', async () => {
    const { mock } = await chatting();
    mock.client.subscribe('private-user-me');
    await new Promise((resolve) => setTimeout(resolve, 0));
    mock.backend.on('GET /api/realtime/events', ({ query }) => ({
      events: [],
      position: 0,
      complete: query.get('channel') === CHAT,
    }));
    mock.disconnect();
    mock.reconnect();
    await eventually(() => expect(mock.client.connection.recovered).toBe(false));
  });
});

describe('positions', () => {
  const logOf = (events: LoggedEvent[], page = 500): RecoverySource & { asked: (number | null)[] } => ({
    asked: [],
    since(_, after) {
      this.asked.push(after);
      const position = events.at(-1)?.seq ?? 0;
      const missed = after === null ? [] : events.filter(({ seq }) => seq > after).slice(0, page);
      return Promise.resolve({ events: missed, position, complete: after === null || missed.length === position - after });
    },
  });
  const logged = (seq: number): LoggedEvent => ({ seq, channel: CHAT, event: 'message:new', data: message(`${seq}`) });

  it('fetch page after page, and know that there was no gap', async () => {
    const events: LoggedEvent[] = [];
    const log = logOf(events, 10);
    const positions = new Positions(CHAT, log);
    await positions.begin();
    for (let seq = 1; seq <= 25; seq++) {
      events.push(logged(seq));
    }
    const told: number[] = [];
    expect(await positions.recover(({ seq }) => told.push(seq))).toBe(true);
    expect(told).toEqual(events.map(({ seq }) => seq));
    expect(log.asked).toEqual([null, 0, 10, 20]);
  });

  it('move on while events come, so that a reconnect asks only for what is recent, and repeats nothing', async () => {
    const events: LoggedEvent[] = [];
    const log = logOf(events);
    const positions = new Positions(CHAT, log);
    await positions.begin();
    for (let seq = 1; seq <= 450; seq++) {
      events.push(logged(seq));
      positions.isNews({ channel: CHAT, event: 'message:new', data: message(`${seq}`) });
      await Promise.resolve();
    }
    events.push(logged(451));
    const told: number[] = [];
    expect(await positions.recover(({ seq }) => told.push(seq))).toBe(true);
    expect(told).toEqual([451]);
    expect(log.asked.at(-1)).toBeGreaterThanOrEqual(300);
  });

  it('take the same event from the connection and from the log, in either order, for one', async () => {
    const events = [logged(1)];
    const positions = new Positions(CHAT, logOf(events));
    await positions.recover(() => {});
    const live = { channel: CHAT, event: 'message:new', data: message('2') };
    expect(positions.isNews({ ...live, seq: 2 })).toBe(true);
    expect(positions.isNews(live)).toBe(false);
    expect(positions.isNews(live)).toBe(true);
    expect(positions.isNews({ ...live, seq: 3 })).toBe(false);
    expect(positions.isNews({ ...live, seq: 3 })).toBe(false);
    expect(positions.isNews({ ...live, seq: 4 })).toBe(true);
  });
});
