import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useTypingIndicator } from '@fanfare/real-time/client';
import { createMockRealtime, type MockOptions } from '@fanfare/real-time/testing';

const CHAT = 'private-conversation-7';

beforeEach(() => {
  vi.useFakeTimers();
});

async function typing(conversation = '7', options: MockOptions = {}) {
  const mock = createMockRealtime(options);
  const hook = renderHook(() => useTypingIndicator(conversation), { wrapper: mock.wrapper });
  await act(() => vi.advanceTimersByTimeAsync(0));
  const sent = async () => {
    await vi.advanceTimersByTimeAsync(0);
    return bodies();
  };
  const bodies = () =>
    mock.backend.requestsFor('POST /api/realtime/typing').map(({ body }) => (body as { isTyping: boolean }).isTyping);
  const tells = (userId: string, isTyping: boolean) =>
    act(() => mock.emit(CHAT, 'typing', { conversationId: '7', userId, isTyping }));
  const ids = () => hook.result.current.typingUsers.map(({ id }) => id);
  return { mock, hook, sent, tells, ids };
}

describe('useTypingIndicator', () => {
  it.each(['7', 'conversation-7', CHAT])('takes %s for the same conversation', async (name) => {
    const { mock, hook } = await typing(name);
    expect(mock.channels).toEqual([CHAT]);
    await act(async () => hook.result.current.sendTyping(true));
    expect(mock.backend.requestsFor('POST /api/realtime/typing')[0]?.body).toEqual({
      conversationId: '7',
      isTyping: true,
      socketId: '1.1',
    });
  });

  it('says at most every 2.5 s that the user is writing, and at once that they have stopped', async () => {
    const { hook, sent } = await typing();
    for (let ms = 0; ms < 10_000; ms += 100) {
      hook.result.current.sendTyping(true);
      vi.advanceTimersByTime(100);
    }
    expect(await sent()).toEqual([true, true, true, true]);
    hook.result.current.sendTyping(false);
    hook.result.current.sendTyping(false);
    expect(await sent()).toEqual([true, true, true, true, false]);
  });

  it('says that they have stopped when nothing more is written', async () => {
    const { hook, sent } = await typing();
    hook.result.current.keystroke();
    vi.advanceTimersByTime(4999);
    expect(await sent()).toEqual([true]);
    vi.advanceTimersByTime(1);
    expect(await sent()).toEqual([true, false]);
  });

  it('says so when the component goes, and when the page is hidden', async () => {
    const { hook, sent } = await typing();
    hook.result.current.keystroke();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await sent()).toEqual([true, false]);
    hook.result.current.keystroke();
    hook.unmount();
    expect(await sent()).toEqual([true, false, true, false]);
  });

  it('shows the others, not oneself, once each, though the server tells under several names', async () => {
    const { mock, tells, ids } = await typing();
    tells('me', true);
    tells('bob', true);
    tells('bob', true);
    tells('carol', true);
    act(() => mock.emit(CHAT, 'typing:start', { conversationId: '7', userId: 'dave', isTyping: true }));
    expect(ids()).toEqual(['bob', 'carol']);
    tells('bob', false);
    expect(ids()).toEqual(['carol']);
  });

  it('forgets after six seconds who is not heard of again', async () => {
    const { tells, ids } = await typing();
    tells('bob', true);
    act(() => vi.advanceTimersByTime(5000));
    tells('bob', true);
    act(() => vi.advanceTimersByTime(5999));
    expect(ids()).toEqual(['bob']);
    act(() => vi.advanceTimersByTime(1));
    expect(ids()).toEqual([]);
  });

  it('ends with the message', async () => {
    const { mock, tells, ids } = await typing();
    tells('bob', true);
    act(() => mock.emit(CHAT, 'message:new', { id: 'm', text: '', sentAt: '', senderId: 'bob', conversationId: '7' }));
    expect(ids()).toEqual([]);
  });

  it('sends straight to the others in a room, and trusts only whom the server names', async () => {
    const room = 'presence-room-1';
    const { mock, hook } = await typing(room);
    mock.join(room, 'bob', { name: 'Bob' });
    hook.result.current.keystroke();
    expect(mock.triggered).toEqual([{ channel: room, event: 'client-typing', data: { isTyping: true } }]);
    act(() => mock.emit(room, 'client-typing', { isTyping: true, userId: 'mallory' }, { userId: 'bob' }));
    expect(hook.result.current.typingUsers).toEqual([{ id: 'bob', userId: 'bob', name: 'Bob' }]);
  });

  it('tells the back end in a room, too, where that is how typing is told', async () => {
    const { mock, hook, sent } = await typing('presence-room-doc_1', { config: { typingTransport: 'http' } });
    hook.result.current.keystroke();
    expect(await sent()).toEqual([true]);
    expect(mock.backend.requestsFor('POST /api/realtime/typing')[0]?.body).toMatchObject({ roomId: 'doc_1', isTyping: true });
    expect(mock.triggered).toEqual([]);
    act(() => mock.emit('presence-room-doc_1', 'typing:start', { roomId: 'doc_1', userId: 'bob', isTyping: true }));
    expect(hook.result.current.typingUsers.map(({ id }) => id)).toEqual(['bob']);
  });

  it('tells the viewers of a contact through its own route, and shows who of them is replying', async () => {
    const viewers = 'presence-contact-c1';
    const { mock, hook } = await typing(viewers);
    mock.join(viewers, 'dan', { name: 'Dan' });
    await act(async () => hook.result.current.keystroke());
    expect(mock.backend.requestsFor('POST /api/contacts/c1/typing')[0]?.body).toEqual({ isTyping: true, socketId: '1.1' });
    expect(mock.triggered).toEqual([]);
    act(() => mock.emit(viewers, 'user:typing', { contactId: 'c1', userId: 'dan', isTyping: true }));
    expect(hook.result.current.typingUsers).toEqual([{ id: 'dan', userId: 'dan', name: 'Dan' }]);
    act(() => mock.emit(viewers, 'user:typing', { contactId: 'c1', userId: 'dan', isTyping: false }));
    expect(hook.result.current.typingUsers).toEqual([]);
  });

  it('does nothing when switched off', async () => {
    const { mock, hook, sent } = await typing('7', { config: { enableTypingIndicators: false } });
    hook.result.current.sendTyping(true);
    expect(mock.channels).toEqual([]);
    expect(await sent()).toEqual([]);
    expect(mock.triggered).toEqual([]);
  });
});
