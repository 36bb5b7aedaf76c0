export interface Countdown {
  readonly text: string;
  /** For who hears it: no seconds while they do not matter. */
  readonly spoken: string;
  readonly pace: 'calm' | 'soon' | 'urgent' | 'over';
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something still lasts. */
export function countdown(end: number, now: number): Countdown {
  const left = end - now;
  if (left <= 0) {
    return { text: '0:00', spoken: 'over', pace: 'over' };
  }
  const seconds = Math.ceil(left / SECOND);
  const pace = left <= MINUTE ? 'urgent' : left <= 10 * MINUTE ? 'soon' : 'calm';
  if (seconds >= DAY / SECOND) {
    const days = Math.floor(seconds / (DAY / SECOND));
    const hours = Math.floor((seconds % (DAY / SECOND)) / (HOUR / SECOND));
    return { text: `${days} d ${hours} h`, spoken: `${count(days, 'day')} and ${count(hours, 'hour')}`, pace };
  }
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  if (hours > 0) {
    return {
      text: `${hours}:${two(minutes)}:${two(seconds % 60)}`,
      spoken: `${count(hours, 'hour')} and ${count(minutes, 'minute')}`,
      pace,
    };
  }
  return {
    text: `${minutes}:${two(seconds % 60)}`,
    spoken: minutes > 0 ? count(minutes, 'minute') : count(seconds, 'second'),
    pace,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function count(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}
