interface IRealtimeService {
  broadcast(channel: string, event: RealtimeEvent): Promise<void>;
  trigger(channel: string, eventName: string, data: unknown): Promise<void>;
  getClientConfig(): ClientConfig;
}
