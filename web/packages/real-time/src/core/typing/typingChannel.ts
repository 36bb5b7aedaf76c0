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
 * Whom a back end is told that somebody is writing to, and where; null where only a client event tells it.
 *
 * @param isForRooms whether rooms, too, are told by the back end
 */
export function typingRequest(
  channel: string,
  route: string,
  isForRooms: boolean,
): { readonly path: string; readonly about: object } | null {
  const conversationId = conversationOf(channel);
  if (conversationId !== null) {
    return { path: route, about: { conversationId } };
  }
  const room = isForRooms && /^presence-room-(.+)$/.exec(channel);
  if (room) {
    return { path: route, about: { roomId: room[1] } };
  }
  const contact = /^presence-contact-(.+)$/.exec(channel);
  return contact && { path: `/api/contacts/${contact[1]}/typing`, about: {} };
}
