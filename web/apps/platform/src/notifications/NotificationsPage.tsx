import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { BellOff, Settings2 } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { Button, ButtonLink } from '../ui/Button';
import { Switch } from '../ui/fields';
import { Page } from '../ui/Page';
import { PagedList } from '../ui/PagedList';
import { EmptyState, Skeleton } from '../ui/states';
import { Tabs } from '../ui/Tabs';
import { notificationTypes, typeNames } from './notification';
import { NotificationRow } from './NotificationRow';
import { countsQuery, type NotificationFilter, notificationsQuery, useMarkAll } from './queries';
import './notifications.css';

export function NotificationsPage() {
  const [params, setParams] = useSearchParams();
  const { data: counts } = useQuery(countsQuery);
  const markAll = useMarkAll();
  const filter: NotificationFilter = {
    type: notificationTypes.find((type) => type === params.get('type')) ?? null,
    isArchived: params.get('show') === 'archived',
    isUnreadOnly: params.get('unread') === 'true',
  };
  return (
    <Page
      title="Notifications"
      isNarrow
      actions={
        <>
          <Button
            size="small"
            isDisabled={counts?.unreadCount === 0}
            isPending={markAll.isPending}
            onPress={() => markAll.mutate('read-all')}
          >
            Mark all as read
          </Button>
          <ButtonLink size="small" href="/notifications/preferences">
            <Settings2 aria-hidden /> Preferences
          </ButtonLink>
        </>
      }
    >
      <div className="notification-filters">
        <Tabs
          label="Which notifications"
          tabs={[
            { to: '/notifications', text: 'All', isCurrent: filter.type === null && !filter.isArchived },
            ...notificationTypes.map((type) => ({
              to: `/notifications?type=${type}`,
              text: typeNames[type],
              isCurrent: filter.type === type,
            })),
            { to: '/notifications?show=archived', text: 'Archived', isCurrent: filter.isArchived },
          ]}
        />
        <Switch
          isSelected={filter.isUnreadOnly}
          onChange={(only) =>
            setParams((before) => {
              before.set('unread', String(only));
              return before;
            })
          }
        >
          Unread only
        </Switch>
      </div>
      <NotificationList filter={filter} />
    </Page>
  );
}

function NotificationList({ filter }: { readonly filter: NotificationFilter }) {
  const query = useInfiniteQuery(notificationsQuery(filter));
  return (
    <PagedList
      query={query}
      entriesOf={(page) => page.data}
      className="notifications card"
      loading={
        <div className="card">
          <Skeleton lines={8} label="Loading notifications" />
        </div>
      }
      empty={<NoNotifications filter={filter} />}
    >
      {(notification) => <NotificationRow notification={notification} />}
    </PagedList>
  );
}

function NoNotifications({ filter }: { readonly filter: NotificationFilter }) {
  return (
    <EmptyState
      icon={BellOff}
      title={filter.isArchived ? 'Nothing archived' : filter.isUnreadOnly ? 'All read' : 'No notifications'}
    >
      {filter.isArchived ? 'What you archive is kept here.' : 'Outbid, won, written to: you will find it here.'}
    </EmptyState>
  );
}
