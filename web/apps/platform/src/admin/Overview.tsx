import { useQuery } from '@tanstack/react-query';
import { Badge, Failure } from '../ui/states';
import { Loaded } from '../ui/Loaded';
import { type App, appsQuery } from './queries';
import { usageOf } from './usage';

/** The apps of the server: what they may, and what they do. */
export function Overview() {
  return (
    <Loaded query={useQuery(appsQuery)} label="Loading the apps">
      {({ apps, serverReachable }) => (
        <>
          {serverReachable ? null : <Failure>The realtime server cannot be reached. What is shown may be old.</Failure>}
          <ul className="admin-apps">
            {apps.map((app) => (
              <li key={app.key}>
                <AppCard app={app} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

function AppCard({ app: { id, name, key, plan, limits, usage } }: { readonly app: App }) {
  return (
    <section className="admin-app card" aria-label={name}>
      <div className="row spread">
        <h2>{name}</h2>
        {plan !== null && <Badge tone="brass">{plan === 'none' ? 'No plan' : plan}</Badge>}
      </div>
      <p className="small soft">
        Key <code>{key}</code>
        {id !== null && (
          <>
            {' '}
            · id <code>{id}</code>
          </>
        )}
      </p>
      {usage === null ? (
        <p className="soft">The server does not say what it does.</p>
      ) : (
        <>
          <Meter name="Messages today" used={usage.messagesToday} limit={limits?.messagesPerDay ?? null} />
          <Meter
            name="Connections"
            used={usage.connections}
            limit={limits?.connections ?? null}
            note={`at most ${usage.peakConnections.toLocaleString()} at once`}
          />
          <Meter name="Channels" used={usage.channels} limit={limits?.channels ?? null} />
        </>
      )}
    </section>
  );
}

function Meter({
  name,
  used,
  limit,
  note,
}: {
  readonly name: string;
  readonly used: number;
  readonly limit: number | null;
  readonly note?: string;
}) {
  const { share, tone } = usageOf(used, limit);
  const text = share === null ? `${used.toLocaleString()}, no limit` : `${used.toLocaleString()} of ${limit?.toLocaleString()}`;
  return (
    <div className="admin-meter" data-tone={tone}>
      <div className="row spread small">
        <span>
          {name} {note && <span className="soft">({note})</span>}
        </span>
        <strong className="tabular">{text}</strong>
      </div>
      {share !== null && (
        <div
          className="admin-bar"
          role="meter"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={limit ?? 0}
          aria-valuenow={used}
          aria-valuetext={text}
        >
          <span style={{ inlineSize: `${share * 100}%` }} />
        </div>
      )}
    </div>
  );
}
