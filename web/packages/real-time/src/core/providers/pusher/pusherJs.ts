/** As much of pusher-js as is used here. */
export interface PusherJs {
  readonly connection: {
    readonly state: string;
    readonly socket_id: string;
    bind(event: string, callback: (value: never) => void): unknown;
  };
  subscribe(channel: string): PusherJsChannel;
  unsubscribe(channel: string): void;
  channel(name: string): PusherJsChannel | undefined;
  bind(event: string, callback: (value: never) => void): unknown;
  signin(): void;
  disconnect(): void;
}

/** A channel of pusher-js. */
export interface PusherJsChannel {
  readonly members?: {
    readonly myID: string | undefined;
    each(callback: (member: PusherJsMember) => void): void;
  };
  bind(event: string, callback: (value: never) => void): unknown;
  bind_global(callback: (event: string, data: unknown) => void): unknown;
  trigger(event: string, data: unknown): boolean;
}

/** A member as pusher-js tells of them. */
export interface PusherJsMember {
  readonly id: string;
  readonly info: unknown;
}

/** What the constructor takes. */
export type PusherJsClass = (new (key: string, options: Record<string, unknown>) => PusherJs) & { logToConsole: boolean };

/** The library, if the application has it. */
export async function loadPusherJs(): Promise<PusherJsClass> {
  try {
    const module = (await import('pusher-js')) as unknown as { default: PusherJsClass & { default?: PusherJsClass } };
    return module.default.default ?? module.default;
  } catch (cause) {
    throw new Error('Provider pusher needs the package pusher-js; install it, or take the provider websocket', { cause });
  }
}
