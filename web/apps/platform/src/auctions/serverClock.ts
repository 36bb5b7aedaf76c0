import { useQuery } from '@tanstack/react-query';
import { http } from '../api/http';
import { useSecond } from '../ui/time';

/** How far the server's clock is ahead of this one, from what it said between two looks at this one. */
export function offset(serverNow: number, sentAt: number, receivedAt: number): number {
  return serverNow - (sentAt + receivedAt) / 2;
}

/** The server's time, once a second: only its clock ends auctions. */
export function useServerNow(): number {
  const { data = 0 } = useQuery({
    queryKey: ['server-clock'],
    queryFn: async ({ signal }) => {
      const sentAt = Date.now();
      const { now } = await http.get<{ readonly now: string }>('/api/time', signal);
      return offset(Date.parse(now), sentAt, Date.now());
    },
    staleTime: 5 * 60_000,
    refetchInterval: 10 * 60_000,
  });
  return useSecond() + data;
}
