import { Eye } from 'lucide-react';
import { useAttendance } from '../realtime';
import { Avatar } from '../ui/Avatar';
import { attendanceText } from './product';
import './viewers.css';

const MOST_NAMES = 6;

/** How many persons look at the same, and on a page of one thing who they are. */
export function Viewers({
  channel,
  doing = 'viewing',
  namesThem,
}: {
  readonly channel: string;
  readonly doing?: string;
  readonly namesThem?: boolean;
}) {
  const { people, isStale, isFull } = useAttendance(channel);
  const text = attendanceText(people.length, isFull, doing);
  if (text === undefined) {
    return null;
  }
  const shown = namesThem ? people.slice(0, MOST_NAMES) : [];
  const others = people.length - shown.length;
  return (
    <div className="viewers" data-stale={isStale || undefined}>
      <p className="viewers-count" title={isStale ? 'As it was before the connection was lost' : undefined}>
        <Eye aria-hidden /> <span>{text}</span>
      </p>
      {shown.length > 0 && (
        <ul aria-label={`Who is ${doing}`}>
          {shown.map(({ id, name, avatar, isMe }) => (
            <li key={id}>
              <Avatar name={name} src={avatar} size="small" />
              <span>{isMe ? `${name} (you)` : name}</span>
            </li>
          ))}
          {others > 0 && <li className="soft">and {others} more</li>}
        </ul>
      )}
    </div>
  );
}
