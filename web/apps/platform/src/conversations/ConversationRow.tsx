import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Avatar } from '../ui/Avatar';
import { Count } from '../ui/states';
import { Ago } from '../ui/time';
import { type Conversation, type Message, otherOf } from './conversation';
import { conversationQuery, statusQuery } from './queries';
import { useUser } from '../session/session';

interface ConversationRowProps {
  readonly conversation: Conversation;
  readonly me: string;
  readonly isCurrent: boolean;
}

export function ConversationRow({ conversation, me, isCurrent }: ConversationRowProps) {
  const other = otherOf(conversation, me);
  const { data: status } = useQuery(statusQuery(other.id));
  const last = conversation.lastMessage;
  return (
    <Link
      to={`/messages/${conversation.id}`}
      className="conversation"
      aria-current={isCurrent ? 'page' : undefined}
      data-unread={conversation.unreadCount > 0 || undefined}
    >
      <Avatar name={other.name} src={other.avatar} presence={status?.status} />
      <span className="conversation-text">
        <strong className="cut">{other.name}</strong>
        {conversation.subject && <span className="small soft cut">{conversation.subject.title}</span>}
        <span className="conversation-last cut">
          {last ? `${last.senderId === me ? 'You: ' : ''}${last.text || 'Message deleted'}` : 'No messages yet'}
        </span>
      </span>
      <span className="conversation-side small soft">
        <Ago at={last?.sentAt ?? conversation.updatedAt} />
        <Count value={conversation.unreadCount} label="unread" />
      </span>
    </Link>
  );
}

export function FoundMessage({ message }: { readonly message: Message }) {
  const me = useUser().id;
  const { data: conversation } = useQuery(conversationQuery(message.conversationId));
  const name = conversation ? otherOf(conversation, me).name : '…';
  return (
    <Link to={`/messages/${message.conversationId}`} className="conversation">
      <Avatar name={name} size="small" />
      <span className="conversation-text">
        <strong className="cut">{name}</strong>
        <span className="conversation-last cut">{message.text}</span>
      </span>
      <span className="small soft">
        <Ago at={message.sentAt} />
      </span>
    </Link>
  );
}
