import { CheckCheck, EllipsisVertical, Pencil, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { explain } from '../api/problem';
import { IconButton } from '../ui/Button';
import { Item, Menu } from '../ui/Menu';
import { clockTime, dateAndTime } from '../ui/time';
import { toast } from '../ui/toasts';
import { deletedAt, type Message, merged, replaced } from './conversation';
import { EditMessage } from './EditMessage';
import { messagesApi } from './queries';

interface MessageBubbleProps {
  readonly message: Message;
  readonly isMine: boolean;
  readonly sender: string;
  /** Of several in a row by the same person. */
  readonly isFirst: boolean;
  /** The other has read as far as this. */
  readonly isSeen: boolean;
  readonly change: (how: (messages: readonly Message[]) => readonly Message[]) => void;
}

export const MessageBubble = memo(function MessageBubble({
  message,
  isMine,
  sender,
  isFirst,
  isSeen,
  change,
}: MessageBubbleProps) {
  const [isEditing, setEditing] = useState(false);
  if (message.senderId === null) {
    return <li className="system-message small soft">{message.text}</li>;
  }
  const isDeleted = message.deletedAt !== null;

  /** Gone at once, and back if the server refuses. */
  async function remove() {
    change((messages) => replaced(messages, message.id, (shown) => deletedAt(shown, new Date().toISOString())));
    try {
      await messagesApi.remove(message);
    } catch (error) {
      change((messages) => replaced(messages, message.id, () => message));
      toast({ text: `Not deleted: ${explain(error)}`, tone: 'danger' });
    }
  }

  return (
    <li className="message" data-mine={isMine || undefined} data-first={isFirst || undefined}>
      <span className="visually-hidden">{sender}:</span>
      {isEditing ? (
        <EditMessage
          message={message}
          onSaved={(saved) => {
            change((messages) => merged(messages, [saved]));
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <p className="bubble" data-deleted={isDeleted || undefined}>
          {isDeleted ? 'Message deleted' : message.text}
        </p>
      )}
      {isMine && !isDeleted && !isEditing && (
        <span className="message-tools">
          <MenuTrigger>
            <IconButton label="What to do with this message">
              <EllipsisVertical aria-hidden />
            </IconButton>
            <Menu onAction={(key) => (key === 'edit' ? setEditing(true) : void remove())}>
              <Item id="edit" textValue="Edit">
                <Pencil aria-hidden /> Edit
              </Item>
              <Item id="delete" textValue="Delete" isDangerous>
                <Trash2 aria-hidden /> Delete
              </Item>
            </Menu>
          </MenuTrigger>
        </span>
      )}
      <span className="message-meta small soft">
        <time dateTime={message.sentAt} title={dateAndTime(message.sentAt)}>
          {clockTime(message.sentAt)}
        </time>
        {message.editedAt && !isDeleted && ' · edited'}
        {isSeen && (
          <span className="message-seen">
            <CheckCheck aria-hidden /> Seen
          </span>
        )}
      </span>
    </li>
  );
});
