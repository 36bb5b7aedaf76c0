import { type FormEvent, useState } from 'react';
import { useChannelLog } from '../realtime';
import { Button } from '../ui/Button';
import { TextField } from '../ui/fields';
import { Badge, Failure } from '../ui/states';
import { clockTime } from '../ui/time';

interface ChannelConsoleProps {
  /** Empty for none. */
  readonly channel: string;
  readonly onFollow: (channel: string) => void;
}

/** Shows what is told on a channel as it is told. Who may not subscribe it sees nothing here either. */
export function ChannelConsole({ channel, onFollow }: ChannelConsoleProps) {
  const [typed, setTyped] = useState(channel);
  function submit(event: FormEvent) {
    event.preventDefault();
    onFollow(typed.trim());
  }
  return (
    <section className="admin-console card" aria-labelledby="console">
      <h2 id="console">Live events</h2>
      <form className="admin-inline" onSubmit={submit}>
        <TextField label="Channel" value={typed} onChange={setTyped} placeholder="public-announcements" />
        <Button type="submit" isDisabled={typed.trim() === ''}>
          Follow
        </Button>
        {channel !== '' && (
          <Button look="quiet" onPress={() => onFollow('')}>
            Stop
          </Button>
        )}
      </form>
      {channel !== '' && <Log channel={channel} />}
    </section>
  );
}

function Log({ channel }: { readonly channel: string }) {
  const { isSubscribed, error, events } = useChannelLog(channel);
  return (
    <>
      <p className="row">
        <Badge tone={error ? 'danger' : isSubscribed ? 'good' : 'plain'}>
          {error ? 'Refused' : isSubscribed ? 'Subscribed' : 'Subscribing…'}
        </Badge>
        <span className="cut">{channel}</span>
      </p>
      {error && <Failure>{error}</Failure>}
      {events.length === 0 ? (
        <p className="soft small">Nothing has been told since.</p>
      ) : (
        <ol className="admin-log" role="log" aria-label={`Events of ${channel}`} tabIndex={0}>
          {events.map(({ id, at, event, data }) => (
            <li key={id}>
              <time dateTime={at} className="soft tabular">
                {clockTime(at)}
              </time>
              <strong>{event}</strong>
              <code>{JSON.stringify(data)}</code>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
