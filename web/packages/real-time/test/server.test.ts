// @vitest-environment node
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { settingsOf } from '../src/server/settings.js';
import { createPusherServer, pusherServer, triggerEvent } from '@fanfare/real-time/server';

const SECRET = '7ad3773142a6692b25b8';

function server() {
  const sent: { url: URL; body: Record<string, unknown> }[] = [];
  const answer = vi.fn(() => new Response('{}'));
  const own: typeof fetch = (url, init) => {
    sent.push({ url: new URL(String(url)), body: JSON.parse(String(init?.body)) as Record<string, unknown> });
    return Promise.resolve(answer());
  };
  const pusher = createPusherServer({
    pusherAppId: '3',
    pusherKey: '278d425bdf160c739803',
    pusherSecret: SECRET,
    pusherCluster: 'eu',
    host: '127.0.0.1',
    port: 6001,
    fetch: own,
  });
  return { pusher, sent, answer };
}

describe('a server', () => {
  it('grants channels as the protocol documents it', () => {
    const { pusher } = server();
    expect(pusher.authorizeChannel('1234.1234', 'private-foobar')).toEqual({
      auth: '278d425bdf160c739803:58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4',
    });
    const data = '{"user_id":10,"user_info":{"name":"Mr. Pusher"}}';
    const user = JSON.parse(data) as { user_id: string };
    const mac = createHmac('sha256', SECRET).update(`1234.1234:presence-foobar:${data}`).digest('hex');
    expect(pusher.authorizeChannel('1234.1234', 'presence-foobar', user)).toEqual({
      auth: `278d425bdf160c739803:${mac}`,
      channel_data: data,
    });
    expect(() => pusher.authorizeChannel('1:private-user-bob', 'x')).toThrow('expected two numbers');
  });

  it('signs what it publishes', async () => {
    const { pusher, sent } = server();
    await pusher.trigger('auction-1', 'bid-placed', { price: 1 }, { socketId: '1.1' });
    const [{ url, body }] = sent as [{ url: URL; body: unknown }];
    expect(url.origin + url.pathname).toBe('http://127.0.0.1:6001/apps/3/events');
    expect(body).toEqual({ name: 'bid-placed', channels: ['auction-1'], data: '{"price":1}', socket_id: '1.1' });
    const signed = url.search.slice(1).replace(/&auth_signature=.*/, '');
    const mac = createHmac('sha256', SECRET).update(`POST\n/apps/3/events\n${signed}`).digest('hex');
    expect(url.searchParams.get('auth_signature')).toBe(mac);
    expect(url.searchParams.get('body_md5')).toBe(createHash('md5').update(JSON.stringify(body)).digest('hex'));
  });

  it('sends batches of ten', async () => {
    const { pusher, sent } = server();
    await pusher.triggerBatch(Array.from({ length: 25 }, (_, i) => ({ channel: `private-user-${i}`, name: 'alert', data: i })));
    expect(sent.map(({ body }) => (body.batch as unknown[]).length)).toEqual([10, 10, 5]);
  });

  it('tells messages in both spellings, and notifications with an id', async () => {
    const { pusher, sent } = server();
    await pusher.sendMessage({ id: 'm', conversationId: '7', senderId: 'bob', content: 'Hi', createdAt: new Date(0) });
    const told = await pusher.sendNotification({ userId: 'me', title: 'T', message: 'M', type: 'order' });
    const batches = sent.map(({ body }) => body.batch as { name: string; data: string }[]);
    expect(batches[0]?.map(({ name, data }) => [name, JSON.parse(data) as object])).toEqual([
      ['message:new', { id: 'm', text: 'Hi', sentAt: '1970-01-01T00:00:00.000Z', senderId: 'bob', conversationId: '7' }],
      ['new-message', { id: 'm', conversationId: '7', senderId: 'bob', content: 'Hi', createdAt: '1970-01-01T00:00:00.000Z' }],
    ]);
    expect(JSON.parse(batches[1]?.[0]?.data ?? '')).toMatchObject({ id: told.id, read: false, type: 'order' });
  });

  it('says why something was not published', async () => {
    const { pusher, answer } = server();
    answer.mockReturnValue(new Response('over quota', { status: 403 }));
    await expect(pusher.broadcast('a', { type: 'b', data: null })).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('over quota') as string,
    });
  });

  it('names what is missing, at once or when it is needed first', async () => {
    expect(() => createPusherServer({ pusherAppId: '1', pusherKey: 'k' })).toThrow('pusherSecret (PUSHER_SECRET) is missing');
    expect(pusherServer).toBeDefined();
    await expect(triggerEvent('a', 'b', {})).rejects.toThrow('PUSHER_APP_ID');
  });

  it('takes a variable that is empty for one that is missing', () => {
    const env = { PUSHER_APP_ID: '1', PUSHER_KEY: 'k', PUSHER_SECRET: 's', PUSHER_HOST: '', PUSHER_CLUSTER: '' };
    expect(settingsOf({}, env).origin).toBe('https://api-us2.pusher.com');
    expect(() => settingsOf({}, { ...env, PUSHER_KEY: '' })).toThrow('PUSHER_KEY');
  });

  it('gives clients no secret', () => {
    expect(JSON.stringify(server().pusher.getClientConfig())).not.toContain(SECRET);
  });
});
