/** An event as the log has it. */
export interface LoggedEvent {
  /** Its position on the channel: grows, with or without gaps. */
  readonly seq: number;
  readonly channel: string;
  readonly event: string;
  readonly data: unknown;
  readonly at?: string;
}

/** What a log says of a channel. */
export interface MissedEvents {
  /** In order. */
  readonly events: readonly LoggedEvent[];
  /** Whether these are all there were. */
  readonly complete: boolean;
  /** Where the channel is now, if the log says so. */
  readonly position?: number;
}

/** Where one can ask for what was missed. */
export interface RecoverySource {
  /**
   * @param after the last position that is known; null asks for the position only
   * @throws whatever, if it cannot be told
   */
  since(channel: string, after: number | null): Promise<MissedEvents>;
}
