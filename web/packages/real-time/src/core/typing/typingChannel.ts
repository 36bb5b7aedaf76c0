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

/** The room of a channel, if it is the channel of one. */
export function roomOf(channel: string): string | null {
  const prefix = 'presence-room-';
  return channel.startsWith(prefix) ? channel.slice(prefix.length) : null;
}
