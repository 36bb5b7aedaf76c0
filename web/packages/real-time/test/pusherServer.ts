import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

interface ClientFrame {
  readonly event: string;
  readonly channel?: string;
  readonly data: { readonly channel?: string; readonly auth?: string; readonly channel_data?: string };
}

/** As much of a server for the Pusher protocol as tests need, in this process and on a free port. */
export class PusherServer {
  readonly frames: ClientFrame[] = [];
  readonly sockets = new Map<WebSocket, Set<string>>();
  /** How many connections were made. */
  connections = 0;
  /** Close each new connection with this code. */
  refuseWith: number | null = null;
  /** Seconds of silence after which clients are to ask. */
  activityTimeout = 120;
  /** Whether to answer pings. */
  isAlive = true;
  #server = new WebSocketServer({ port: 0, host: '127.0.0.1' });

  static async start(): Promise<PusherServer> {
    const server = new PusherServer();
    await once(server.#server, 'listening');
    server.#server.on('connection', (socket) => server.#opened(socket));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  received(event: string): readonly ClientFrame[] {
    return this.frames.filter((frame) => frame.event === event);
  }

  emit(channel: string, event: string, data: unknown): void {
    for (const [socket, channels] of this.sockets) {
      if (channels.has(channel)) {
        send(socket, { event, channel, data: JSON.stringify(data) });
      }
    }
  }

  /** Breaks all connections, as a network does. */
  breakAll(): void {
    this.sockets.forEach((_, socket) => socket.terminate());
  }

  async stop(): Promise<void> {
    this.breakAll();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #opened(socket: WebSocket): void {
    this.connections += 1;
    if (this.refuseWith !== null) {
      send(socket, { event: 'pusher:error', data: { code: this.refuseWith, message: 'refused by the test' } });
      socket.close(this.refuseWith, 'refused by the test');
      return;
    }
    this.sockets.set(socket, new Set());
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('message', (text) => this.#heard(socket, JSON.parse(String(text)) as ClientFrame));
    const data = { socket_id: `1.${this.connections}`, activity_timeout: this.activityTimeout };
    send(socket, { event: 'pusher:connection_established', data: JSON.stringify(data) });
  }

  #heard(socket: WebSocket, frame: ClientFrame): void {
    this.frames.push(frame);
    const { channel = '', channel_data: member } = frame.data;
    if (frame.event === 'pusher:ping' && this.isAlive) {
      send(socket, { event: 'pusher:pong', data: '{}' });
    } else if (frame.event === 'pusher:subscribe') {
      this.sockets.get(socket)?.add(channel);
      const { user_id: id, user_info: info } = JSON.parse(member ?? '{}') as { user_id?: string; user_info?: unknown };
      const presence = id === undefined ? {} : { presence: { ids: [id], hash: { [id]: info }, count: 1 } };
      send(socket, { event: 'pusher_internal:subscription_succeeded', channel, data: JSON.stringify(presence) });
    } else if (frame.event === 'pusher:unsubscribe') {
      this.sockets.get(socket)?.delete(channel);
    }
  }
}

function send(socket: WebSocket, frame: object): void {
  socket.send(JSON.stringify(frame));
}
