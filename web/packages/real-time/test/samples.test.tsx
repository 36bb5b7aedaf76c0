import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';

import * as react from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as components from '@fanfare/real-time/components';
import { createMockRealtime, type MockRealtime } from '@fanfare/real-time/testing';

const toast = { info: vi.fn() };

type Sample = react.ComponentType<Record<string, string>>;

/** A component out of a sample, which is as it was written. */
async function sample(folder: string, file: string, name: string): Promise<Sample> {
  const module = (await import(`./samples/${folder}/${file}.tsx`)) as Record<string, Sample>;
  return module[name] as Sample;
}

let mock: MockRealtime;

beforeEach(() => {
  toast.info.mockReset();
  mock = createMockRealtime({ userId: 'alice' });
  const world = { ...components, useEffect: react.useEffect, toast, userId: 'alice', handleSendMessage: vi.fn() };
  Object.entries(world).forEach(([name, value]) => vi.stubGlobal(name, value));
});

async function show(Component: Sample, props: Record<string, string> = {}): Promise<HTMLElement> {
  const { container } = render(<Component {...props} />, { wrapper: mock.wrapper });
  await waitFor(() => expect(mock.client.connection.isConnected).toBe(true));
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
  return container;
}

describe('the samples, as they were written', () => {
  it('show messages as they come, and who is writing', async () => {
    const container = await show(await sample('marketplace', 'MessageThread', 'MessageThread'), {
      conversationId: '7',
    });
    act(() => {
      const message = {
        id: 'm',
        conversationId: '7',
        senderId: 'bob',
        content: 'Hello there',
        createdAt: new Date().toISOString(),
      };
      mock.emit('private-conversation-7', 'new-message', message);
      mock.emit('private-conversation-7', 'typing', { conversationId: '7', userId: 'bob', isTyping: true });
    });
    expect(container.querySelector('.message-thread .messages')?.textContent).toContain('Hello there');
    expect(screen.getByText('Someone is typing…')).toBeDefined();
    fireEvent.change(screen.getByLabelText('Message'), { target: { value: 'Hi' } });
    await waitFor(() => expect(mock.backend.requestsFor('POST /api/realtime/typing')).toHaveLength(1));
    expect(mock.subscriptions.filter((name) => name === 'private-conversation-7')).toHaveLength(1);
  });

  it.each([
    [0, null],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
  ])('show %i unread notifications as %s', async (unreadCount, badge) => {
    mock.backend.on('GET /api/notifications', () => ({ data: [], meta: { unreadCount, unseenCount: 0 } }));
    const container = await show(await sample('marketplace', 'NotificationBell', 'NotificationBell'));
    await waitFor(() => expect(container.querySelector('span')?.textContent ?? null).toBe(badge));
    fireEvent.click(screen.getByRole('button'));
    expect(screen.getByText('Notifications')).toBeDefined();
    expect(screen.getByText('No notifications')).toBeDefined();
    expect(screen.queryByText('Mark all read') === null).toBe(unreadCount === 0);
  });

  it('count people who look at a product', async () => {
    mock.join('presence-product-1', 'alice', { name: 'Alice' });
    await show(await sample('marketplace', 'UserPresence', 'ProductPage'), { productId: '1' });
    await waitFor(() => expect(screen.getByText('1 person viewing')).toBeDefined());
    act(() => mock.join('presence-product-1', 'bob', { name: 'Bob' }));
    await waitFor(() => expect(screen.getByText('2 people viewing')).toBeDefined());
    expect(screen.getByTitle('Bob')).toBeDefined();
  });

  it('tell how the connection is', async () => {
    const container = await show(await sample('marketplace', 'ConnectionStatus', 'ConnectionStatus'));
    expect(container.textContent).toBe('');
    act(() => mock.disconnect('reconnecting'));
    expect(container.textContent).toBe('Connecting...');
    act(() => mock.disconnect('unavailable'));
    expect(container.textContent).toBe('Disconnected - Some features may not work');
  });

  it('show a toast, and go on doing so when another listener leaves', async () => {
    const Listener = await sample('tenants', 'components', 'NotificationListener');
    const Both = ({ second = true }: { second?: boolean }) => (
      <>
        <Listener />
        {second && <Listener />}
      </>
    );
    const { rerender } = render(<Both />, { wrapper: mock.wrapper });
    await waitFor(() => expect(mock.channels).toEqual(['private-user-alice']));
    const notification = {
      id: 'n',
      userId: 'alice',
      title: '',
      message: 'New order',
      type: 'order',
      read: false,
      createdAt: '',
    } as const;
    act(() => mock.emit('private-user-alice', 'notification', notification));
    expect(toast.info.mock.calls).toEqual([['New order'], ['New order']]);
    rerender(<Both second={false} />);
    act(() => mock.emit('private-user-alice', 'notification', { ...notification, id: 'n2', message: 'Again' }));
    expect(toast.info.mock.calls.slice(2)).toEqual([['Again']]);
  });

  it('show who is in a room', async () => {
    mock.join('presence-room-doc_789', 'alice', { name: 'Alice Liddell' });
    mock.join('presence-room-doc_789', 'bob', { name: 'Bob', avatar: '/bob.png' });
    await show(await sample('tenants', 'components', 'CollaborativeEditor'), { roomId: 'doc_789' });
    await waitFor(() => expect(screen.getByText('2 users online')).toBeDefined());
    expect(screen.getByText('AL')).toBeDefined();
    expect(screen.getByAltText('Bob')).toBeDefined();
  });
});
