import { Eye, EyeOff } from 'lucide-react';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { toast } from '../ui/toasts';
import type { Auction } from './auction';
import { useWatch } from './queries';

export function WatchButton({ auction }: { readonly auction: Auction }) {
  const watch = useWatch(auction.id);
  const { isWatching } = auction.you;
  const Icon = isWatching ? EyeOff : Eye;
  return (
    <Button onPress={() => watch.mutate(!isWatching, { onError: (error) => toast({ text: explain(error), tone: 'danger' }) })}>
      <Icon aria-hidden />
      {isWatching ? 'Stop watching' : 'Watch'}
      <span className="soft tabular" title="How many watch this">
        {auction.watchers}
        <span className="visually-hidden"> watching</span>
      </span>
    </Button>
  );
}
