import { useCallback, useEffect, useMemo } from 'react';
import { conversationOf, typingChannel, typingRequest } from '../core/typing/typingChannel.js';
import { TypingSignal } from '../core/typing/typingSignal.js';
import { Typists, type TypingUser } from '../core/typing/typists.js';
import { useClient } from './context.js';
import { useView } from './useChannel.js';
import { useStore } from './useStore.js';

/** Who is writing, and how to say that one is. */
export interface TypingIndicatorState {
  /** Without oneself. Who is not heard of again leaves after six seconds. */
  readonly typingUsers: readonly TypingUser[];
  /** True with each change of the text (told at most every 2.5 s), false when it is sent. */
  readonly sendTyping: (isTyping: boolean) => void;
  /** The same as `sendTyping(true)`. */
  readonly keystroke: () => void;
  /** The same as `sendTyping(false)`. Happens by itself after five seconds, when the page is hidden, and in the end. */
  readonly stop: () => void;
}

const NOBODY: readonly TypingUser[] = [];

/**
 * Who is writing in a conversation.
 *
 * @param conversation its id, `conversation-` and its id, or the name of any private or presence channel; `presence-contact-` and the
 *     id of a contact for who is replying to it
 */
export function useTypingIndicator(conversation: string | null | undefined): TypingIndicatorState {
  const client = useClient();
  const isOn = client?.config.enableTypingIndicators !== false;
  const view = useView(isOn && conversation ? typingChannel(conversation) : null);
  const typists = useMemo(() => ({ of: view, all: new Typists() }).all, [view]);

  useEffect(() => {
    const off = view.bindAll((event, data, { userId }) => {
      const fields = (data ?? {}) as { userId?: string; senderId?: string; isTyping?: boolean };
      const primary = conversationOf(view.name) === null ? /^(typing:(start|stop)|user:typing)$/ : /^typing$/;
      const id = event === 'client-typing' ? userId : primary.test(event) ? fields.userId : undefined;
      const roster = view.opened?.roster;
      if (id !== undefined && id !== client?.userId && id !== roster?.myId) {
        typists.heard(id, fields.isTyping ?? event.endsWith('start'), roster?.get(id)?.name);
      } else if (event === 'message:new' && fields.senderId) {
        typists.heard(fields.senderId, false);
      }
    });
    return () => {
      off();
      typists.clear();
    };
  }, [view, typists, client]);

  const signal = useMemo(
    () =>
      new TypingSignal((isTyping) => {
        const { typingTransport, endpoints } = client?.config ?? {};
        const route = endpoints?.typing ?? '/api/realtime/typing';
        const request = typingRequest(view.name, route, typingTransport === 'http');
        const told =
          view.name === '' || client === null
            ? Promise.resolve()
            : request === null || typingTransport === 'client-event'
              ? view.trigger('client-typing', { isTyping })
              : client.backend.send(request.path, {
                  method: 'POST',
                  headers: { 'Content-Type': 'application/json' },
                  body: JSON.stringify({ ...request.about, isTyping, socketId: client.socketId ?? undefined }),
                  keepalive: true, // the page may be about to go
                });
        told.catch(() => {}); // nobody misses it
      }),
    [view, client],
  );

  useEffect(() => {
    const hide = (): void => {
      if (document.visibilityState === 'hidden') {
        signal.stop();
      }
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      signal.stop();
    };
  }, [signal]);

  const typingUsers = useStore(typists, NOBODY);
  const { keystroke, stop } = signal;
  const sendTyping = useCallback((isTyping: boolean) => (isTyping ? keystroke() : stop()), [keystroke, stop]);
  return { typingUsers, sendTyping, keystroke, stop };
}
