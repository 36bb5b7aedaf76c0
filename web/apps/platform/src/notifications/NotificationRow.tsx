import {
  Archive,
  ArchiveRestore,
  Banknote,
  Gavel,
  Mail,
  MailOpen,
  Megaphone,
  MessageCircle,
  type LucideIcon,
} from 'lucide-react';
import { Link } from 'react-router';
import { IconButton } from '../ui/Button';
import { Badge } from '../ui/states';
import { Ago } from '../ui/time';
import { type Notification, type NotificationType, target, typeNames } from './notification';
import { useMark } from './queries';

const icons: Readonly<Record<NotificationType, LucideIcon>> = {
  order: Gavel,
  message: MessageCircle,
  payment: Banknote,
  system: Megaphone,
};

interface NotificationRowProps {
  readonly notification: Notification;
  readonly onOpened?: () => void;
}

export function NotificationRow({ notification, onOpened }: NotificationRowProps) {
  const mark = useMark();
  const { title, message, type, read, archived, urgent, createdAt } = notification;
  const Icon = icons[type];
  const to = target(notification);
  function open() {
    if (!read) {
      mark.mutate({ notification, mark: 'read' });
    }
    onOpened?.();
  }
  return (
    <article className="notification" data-unread={!read || undefined}>
      <span className="notification-icon" data-type={type}>
        <Icon aria-hidden />
      </span>
      <div className="notification-text">
        <p className="row">
          {!read && <span className="visually-hidden">Unread. </span>}
          {to ? (
            <Link to={to} onClick={open} className="notification-title">
              {title}
            </Link>
          ) : (
            <strong className="notification-title">{title}</strong>
          )}
          {urgent && <Badge tone="danger">Urgent</Badge>}
        </p>
        <p className="notification-message">{message}</p>
        <p className="small soft">
          {typeNames[type]} · <Ago at={createdAt} />
        </p>
      </div>
      <div className="notification-tools">
        <IconButton
          label={read ? `Mark “${title}” as unread` : `Mark “${title}” as read`}
          onPress={() => mark.mutate({ notification, mark: read ? 'unread' : 'read' })}
        >
          {read ? <Mail aria-hidden /> : <MailOpen aria-hidden />}
        </IconButton>
        <IconButton
          label={archived ? `Bring “${title}” back` : `Archive “${title}”`}
          onPress={() => mark.mutate({ notification, mark: archived ? 'unarchive' : 'archive' })}
        >
          {archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        </IconButton>
      </div>
    </article>
  );
}
