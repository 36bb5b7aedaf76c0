import { memberOf, type Member, type MemberFields } from '../../presence/member.js';

/** A frame as it is on the wire. */
export interface Frame {
  readonly event: string;
  readonly channel?: string;
  readonly data?: unknown;
  readonly user_id?: string;
}

/** @returns null for what is no frame; data that are JSON in a string are decoded */
export function decode(text: unknown): Frame | null {
  try {
    const frame = JSON.parse(String(text)) as Frame | null;
    return typeof frame?.event === 'string' ? { ...frame, data: decodeData(frame.data) } : null;
  } catch {
    return null;
  }
}

function decodeData(data: unknown): unknown {
  if (typeof data !== 'string') {
    return data;
  }
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return data; // a text that is no JSON
  }
}

/** The JSON text of a frame. */
export function encode(event: string, data: unknown, channel?: string): string {
  return JSON.stringify({ event, channel, data });
}

/** What to do once the server has closed the connection. */
export type Advice = 'never' | 'at-once' | 'later';

/** The protocol's advice for a close code. */
export function adviceFor(code: number): Advice {
  const range = Math.floor(code / 100);
  return range === 40 ? 'never' : range === 42 ? 'at-once' : 'later';
}

/** The members in the data of a confirmed presence subscription. */
export function membersIn(data: unknown): Member[] | undefined {
  const { presence } = (data ?? {}) as { presence?: { hash?: Record<string, MemberFields> } };
  return presence && Object.entries(presence.hash ?? {}).map(([id, info]) => memberOf(id, info));
}
