import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Bell, BellOff } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { Button, ButtonLink, IconButton } from '../ui/Button';
import { Count, EmptyState, ErrorState, Skeleton } from '../ui/states';
import { NotificationRow } from './NotificationRow';
import { countsQuery, everything, notificationsQuery, useMarkAll } from './queries';
import './notifications.css';

const SHOWN = 8;

/** Opening it says that one has seen what there is; reading is another thing. */
export function NotificationBell() {
  const [isOpen, setOpen] = useState(false);
  const { data: counts } = useQuery(countsQuery);
  const markAll = useMarkAll();
  function change(open: boolean) {
    setOpen(open);
    if (open && counts && counts.unseenCount > 0) {
      markAll.mutate('seen-all');
    }
  }
  const unseen = counts?.unseenCount ?? 0;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={change}>
      <IconButton label={unseen > 0 ? `Notifications, ${unseen} new` : 'Notifications'}>
        <Bell aria-hidden />
        <span className="bell-count" aria-hidden>
          <Count value={unseen} label="new" />
        </span>
      </IconButton>
      <Popover placement="bottom end" className="popover notification-panel">
        <Dialog>
          <div className="notification-panel-head row spread">
            <Heading slot="title">Notifications</Heading>
            <Button look="quiet" size="small" isDisabled={counts?.unreadCount === 0} onPress={() => markAll.mutate('read-all')}>
              Mark all as read
            </Button>
          </div>
          <div className="notification-panel-list">
            <Latest onOpened={() => setOpen(false)} />
          </div>
          <div className="notification-panel-foot">
            <ButtonLink href="/notifications" look="quiet" onPress={() => setOpen(false)}>
              All notifications
            </ButtonLink>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Latest({ onOpened }: { readonly onOpened: () => void }) {
  const query = useInfiniteQuery(notificationsQuery(everything));
  if (query.isPending) {
    return <Skeleton lines={5} label="Loading notifications" />;
  }
  if (query.isError && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const latest = query.data.pages.flatMap((page) => page.data).slice(0, SHOWN);
  if (latest.length === 0) {
    return <EmptyState icon={BellOff} title="Nothing new" />;
  }
  return (
    <ul>
      {latest.map((notification) => (
        <li key={notification.id}>
          <NotificationRow notification={notification} onOpened={onOpened} />
        </li>
      ))}
    </ul>
  );
}
