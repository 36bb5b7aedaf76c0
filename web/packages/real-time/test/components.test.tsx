import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MessageThread, NotificationBell, NotificationListener, PresenceIndicator } from '@fanfare/real-time/components';
import { createMockRealtime } from '@fanfare/real-time/testing';
import { settled } from './settled.js';

const CHAT = 'private-conversation-7';
const sentAt = '2026-01-01T00:00:00.000Z';

function conversation() {
  const mock = createMockRealtime({ userId: 'alice' });
  const stored = new Map<string, object>();
  mock.backend.on('GET /api/conversations/7/messages', ({ query }) => ({
    messages: query.has('before') ? [] : [{ id: 'm1', seq: 1, text: 'First', senderId: 'bob', sentAt }],
    hasMore: !query.has('before'),
  }));
  mock.backend.on('POST /api/conversations/7/messages', ({ body }) => {
    const { text, clientId } = body as { text: string; clientId: string };
    const message = { id: `m${stored.size + 2}`, clientId, text, senderId: 'alice', sentAt, conversationId: '7' };
    stored.set(clientId, stored.get(clientId) ?? message);
    return stored.get(clientId) ?? null;
  });
  return { mock, stored };
}

function write(text: string): void {
  fireEvent.change(screen.getByLabelText('Message'), { target: { value: text } });
  fireEvent.keyDown(screen.getByLabelText('Message'), { key: 'Enter' });
}

describe('MessageThread', () => {
  it('shows a message at once and once, whichever of answer and event comes first', async () => {
    const { mock } = conversation();
    const { container } = render(<MessageThread conversationId="7" />, { wrapper: mock.wrapper });
    await screen.findByText('First');
    write('Hello');
    expect(screen.getByText('Sending…')).toBeDefined();
    act(() => mock.emit(CHAT, 'message:new', { id: 'm2', text: 'Hello', sentAt, senderId: 'alice', conversationId: '7' }));
    await waitFor(() => expect(screen.queryByText('Sending…')).toBeNull());
    expect([...container.querySelectorAll('.message-bubble p')].map((p) => p.textContent)).toEqual(['First', 'Hello']);
    act(() =>
      mock.emit(CHAT, 'message:updated', { id: 'm2', conversationId: '7', text: 'Hello!', editedAt: sentAt, version: 2 }),
    );
    expect(screen.getByText('Hello!')).toBeDefined();
    act(() => mock.emit(CHAT, 'message:deleted', { id: 'm2', conversationId: '7', deletedAt: sentAt }));
    expect(screen.queryByText('Hello!')).toBeNull();
  });

  it('keeps a message that could not be sent, and sends it again as the same', async () => {
    const { mock, stored } = conversation();
    const { fetch } = mock.backend;
    render(<MessageThread conversationId="7" />, { wrapper: mock.wrapper });
    await screen.findByText('First');
    mock.client.configure({ ...mock.client.config, fetch: () => Promise.reject(new Error('offline')) });
    write('Hello');
    const again = await screen.findByText('Try again');
    mock.client.configure({ ...mock.client.config, fetch });
    fireEvent.click(again);
    await waitFor(() => expect(screen.queryByText('Sending…')).toBeNull());
    expect(screen.queryByText('Try again')).toBeNull();
    expect(screen.getAllByText('Hello')).toHaveLength(1);
    expect(stored.size).toBe(1);
  });

  it('asks for a message that is too long for an event', async () => {
    const { mock } = conversation();
    render(<MessageThread conversationId="7" />, { wrapper: mock.wrapper });
    await screen.findByText('First');
    const long = { id: 'm2', seq: 2, text: 'Very long', senderId: 'bob', sentAt };
    mock.backend.on('GET /api/conversations/7/messages', () => ({ messages: [long], hasMore: false }));
    const told = { id: 'm2', conversationId: '7', truncated: true };
    act(() => mock.emit(CHAT, 'message:new', told as never));
    await screen.findByText('Very long');
    long.text = 'Very much longer';
    act(() => mock.emit(CHAT, 'message:updated', told as never));
    await screen.findByText('Very much longer');
  });

  it('shows content as text', async () => {
    const { mock } = conversation();
    const { container } = render(<MessageThread conversationId="7" />, { wrapper: mock.wrapper });
    await screen.findByText('First');
    act(() =>
      mock.emit(CHAT, 'message:new', { id: 'x', text: '<img src=x onerror=1>', sentAt, senderId: 'bob', conversationId: '7' }),
    );
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=1>')).toBeDefined();
  });
});

describe('NotificationBell', () => {
  it('marks read, and closes on Escape and on a press outside', async () => {
    const mock = createMockRealtime();
    const notification = {
      id: 'n',
      userId: 'me',
      title: 'Order Update',
      message: 'Shipped',
      type: 'order',
      read: false,
      createdAt: sentAt,
    };
    mock.backend.on('GET /api/notifications', () => ({ data: [notification], meta: { unreadCount: 1, unseenCount: 0 } }));
    mock.backend.on('PATCH /api/notifications/n/read', () => ({ ...notification, read: true }));
    render(<NotificationBell />, { wrapper: mock.wrapper });
    const bell = await screen.findByRole('button', { name: 'Notifications, 1 unread' });
    fireEvent.click(bell);
    fireEvent.click(screen.getByText('Mark read'));
    expect(screen.queryByText('Mark read')).toBeNull();
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(screen.queryByText('Order Update')).toBeNull();
    fireEvent.click(bell);
    fireEvent.pointerDown(document.body);
    expect(screen.queryByText('Order Update')).toBeNull();
    await settled();
  });
});

describe('the others', () => {
  it('tell who looks at a contact, and what comes', async () => {
    const mock = createMockRealtime();
    mock.join('presence-contact-1', 'bob', { name: 'Bob' });
    const heard: string[] = [];
    render(
      <>
        <PresenceIndicator contactId="1" />
        <NotificationListener userId="me" onNotification={({ message }) => heard.push(message)} />
      </>,
      { wrapper: mock.wrapper },
    );
    expect(await screen.findByText('1 person viewing')).toBeDefined();
    mock.emit('private-user-me', 'notification', {
      id: 'n',
      userId: 'me',
      title: '',
      message: 'Hi',
      type: 'system',
      read: false,
      createdAt: sentAt,
    });
    expect(heard).toEqual(['Hi']);
  });
});
