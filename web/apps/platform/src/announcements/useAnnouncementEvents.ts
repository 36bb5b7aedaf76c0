import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isRecord } from '../api/http';
import { isLost, useChannelEvents } from '../realtime';
import { toast } from '../ui/toasts';
import { currentQuery } from './queries';
import { isFirstTime, type Reload, waitMs, whenSafe } from './reload';

/** Everybody hears these channels, whether signed in or not. */
export const PUBLIC = 'public-announcements';
export const STATUS = 'status-updates';

/** What is told on a channel for all who hear it. */
export function useAnnouncementEvents(channel: string): void {
  const client = useQueryClient();
  const handlers = useMemo(() => {
    const again = () => void client.invalidateQueries({ queryKey: currentQuery.queryKey });
    return {
      // What was told between the answer and the subscription was not heard.
      'pusher:subscription_succeeded': again,
      announcement: again,
      notification: again, // an announcement, as tenants hear it
      'announcement:ended': again,
      status: again,
      'system:maintenance': again,
      'system:reload': (data: unknown) => {
        if (isReload(data) && isFirstTime(data.id, tabStorage())) {
          setTimeout(() => obey(data), waitMs(data, Math.random()));
        }
      },
      'realtime:recovered': (data: unknown) => isLost(data) && again(),
    };
  }, [client]);
  useChannelEvents(channel, handlers);
}

function obey({ reason }: Reload): void {
  const reload = () => location.reload();
  whenSafe(reload, () =>
    toast({
      text: `There is something new: ${reason || 'this page wants to be loaded again'}. What you have written would be lost.`,
      tone: 'brass',
      isLasting: true,
      action: { text: 'Load again', run: reload },
    }),
  );
}

function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

function isReload(data: unknown): data is Reload {
  return isRecord(data) && typeof data['id'] === 'string' && typeof data['withinSeconds'] === 'number';
}
