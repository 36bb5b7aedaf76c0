import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });
const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const dayAndMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** "now", "5 min. ago", the time of today, or the day. */
export function ago(at: number, now: number): string {
  const passed = now - at;
  if (passed < MINUTE) {
    return 'now';
  }
  if (passed < HOUR) {
    return relative.format(-Math.floor(passed / MINUTE), 'minute');
  }
  if (passed < DAY) {
    return relative.format(-Math.floor(passed / HOUR), 'hour');
  }
  return dayAndMonth.format(at);
}

export function clockTime(instant: string): string {
  return timeOfDay.format(Date.parse(instant));
}

export function dateAndTime(instant: string): string {
  return whole.format(Date.parse(instant));
}

/** What day it was, for lines between messages. */
export function dayName(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  return days <= 1 ? relative.format(-days, 'day') : dayAndMonth.format(at);
}

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** An instant as the browser's fields have it: 2026-01-31T12:00. */
export function toLocal(instant: string): string {
  const at = Date.parse(instant);
  return new Date(at - new Date(at).getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}

const minutes = ticker(20_000);
const seconds = ticker(1_000);

/** The browser's clock, for what is told in minutes. */
export function useMinute(): number {
  return useSyncExternalStore(minutes.subscribe, minutes.read);
}

/** The browser's clock, for what is told in seconds. */
export function useSecond(): number {
  return useSyncExternalStore(seconds.subscribe, seconds.read);
}

/** One timer for all who look, and none while nobody does. */
function ticker(periodMs: number) {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = Date.now();
    listeners.forEach((listener) => listener());
  };
  return {
    read: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      if (timer === undefined) {
        now = Date.now();
        timer = setInterval(tick, periodMs);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
  };
}

export function Ago({ at }: { readonly at: string }) {
  const now = useMinute();
  return (
    <time dateTime={at} title={dateAndTime(at)}>
      {ago(Date.parse(at), now)}
    </time>
  );
}
