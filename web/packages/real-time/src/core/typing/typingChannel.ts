/** Which channel a conversation's typing is told on: takes the name of a channel, `conversation-7`, and `7`. */
export function typingChannel(conversation: string): string {
  if (/^(private|presence)-/.test(conversation)) {
    return conversation;
  }
  return `private-${conversation.startsWith('conversation-') ? '' : 'conversation-'}${conversation}`;
}

/** The conversation of a channel, if it is the channel of one. */
export function conversationOf(channel: string): string | null {
  const prefix = 'private-conversation-';
  return channel.startsWith(prefix) ? channel.slice(prefix.length) : null;
}

/**
 * Where a back end is told that somebody is writing, and to whom; null where only a client event tells it.
 *
 * @param route for conversations, and for rooms where that is how typing is told
 */
export function typingRequest(
  channel: string,
  route: string,
  transport: 'http' | 'client-event' | undefined,
): { readonly path: string; readonly about: object } | null {
  const [, kind, id] = /^(private-conversation|presence-contact|presence-room)-(.+)$/.exec(channel) ?? [];
  if (transport === 'client-event' || (kind === 'presence-room' && transport !== 'http')) {
    return null;
  }
  switch (kind) {
    case 'private-conversation':
      return { path: route, about: { conversationId: id } };
    case 'presence-contact':
      return { path: `/api/contacts/${id}/typing`, about: {} };
    case 'presence-room':
      return { path: route, about: { roomId: id } };
    default:
      return null;
  }
}
