import type { Authorizer } from '../../auth/authorizer.js';
import type { SubscriptionError } from '../../auth/backend.js';
import type { ResolvedConfig } from '../../config/resolve.js';
import type { ProviderSink } from '../provider.js';

type Done = (error: Error | null, grant: unknown) => void;

/** The options for the constructor of pusher-js. Grants come from our own authorizer, with fresh headers each time. */
export function optionsOf(config: ResolvedConfig, authorizer: Authorizer, sink: ProviderSink): Record<string, unknown> {
  const hosted = config.wsHost === undefined;
  const options: Record<string, unknown> = {
    cluster: config.cluster,
    forceTLS: config.tls,
    enabledTransports: config.enabledTransports,
    activityTimeout: config.activityTimeout,
    pongTimeout: config.pongTimeout,
    wsPath: config.wsPath,
    ...(!hosted && { wsHost: config.host, wsPort: config.port, wssPort: config.port }),
    ...config.pusherOptions,
    channelAuthorization: {
      customHandler: ({ socketId, channelName }: { socketId: string; channelName: string }, done: Done) =>
        authorizer.channel(socketId, channelName).then(
          (grant) => done(null, grant),
          (error: SubscriptionError) => {
            sink.refused(channelName, error); // pusher-js would forget the status
            done(error, null);
          },
        ),
    },
    userAuthentication: {
      customHandler: ({ socketId }: { socketId: string }, done: Done) =>
        authorizer.user(socketId).then(
          (grant) => done(null, grant),
          (error: Error) => done(error, null),
        ),
    },
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
