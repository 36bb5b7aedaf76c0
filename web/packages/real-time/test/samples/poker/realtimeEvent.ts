interface RealtimeEvent {
  type: string;
  data: unknown;
}
