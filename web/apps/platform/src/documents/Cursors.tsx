import { type RefObject, useEffect, useMemo, useState } from 'react';
import { MousePointer2 } from 'lucide-react';
import { http } from '../api/http';
import { type Roster, useChannelEvents } from '../realtime';
import { tint } from '../ui/Avatar';
import { alive, type PlacedCursor, pointed } from './cursors';
import { throttled } from './throttle';

/** The server takes ten a second. */
const EVERY_MS = 110;
const LOOK_EVERY_MS = 500;

interface CursorsProps {
  readonly roomId: string;
  readonly channel: string;
  /** What places are told in shares of. */
  readonly area: RefObject<HTMLElement | null>;
  readonly roster: Roster;
  readonly me: string;
}

/** Where the others point, and tells them where one points oneself. */
export function Cursors({ roomId, channel, area, roster, me }: CursorsProps) {
  usePointing(roomId, area, roster.members.length > 1);
  const cursors = useOthersCursors(channel, me);
  return (
    <div className="cursors" aria-hidden>
      {cursors.map(({ userId, x, y }) => {
        const member = roster.members.find(({ id }) => id === userId);
        return member ? (
          <span key={userId} className="cursor" data-tint={tint(member.name)} style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
            <MousePointer2 />
            <span className="cursor-name">{member.name}</span>
          </span>
        ) : null;
      })}
    </div>
  );
}

function usePointing(roomId: string, area: RefObject<HTMLElement | null>, isSeen: boolean): void {
  useEffect(() => {
    const element = area.current;
    if (!element || !isSeen) {
      return undefined;
    }
    const told = throttled((place: { readonly x: number; readonly y: number }) => {
      http.post<void>('/api/realtime/cursor', { roomId, ...place }).catch(() => {}); // nobody misses it
    }, EVERY_MS);
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch') {
        return;
      }
      const { left, top, width, height } = element.getBoundingClientRect();
      told.call({ x: share(event.clientX - left, width), y: share(event.clientY - top, height) });
    };
    element.addEventListener('pointermove', move);
    return () => {
      element.removeEventListener('pointermove', move);
      told.cancel();
    };
  }, [roomId, area, isSeen]);
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, Math.round((part / whole) * 10_000) / 10_000)) : 0;
}

function useOthersCursors(channel: string, me: string): readonly PlacedCursor[] {
  const [cursors, setCursors] = useState<readonly PlacedCursor[]>([]);
  const handlers = useMemo(
    () => ({ 'cursor:move': (data: unknown) => setCursors((before) => pointed(before, data, me, Date.now())) }),
    [me],
  );
  useChannelEvents(channel, handlers);
  const areAny = cursors.length > 0;
  useEffect(() => {
    if (!areAny) {
      return undefined;
    }
    const timer = setInterval(() => setCursors((before) => alive(before, Date.now())), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [areAny]);
  return cursors;
}
