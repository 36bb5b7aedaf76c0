import { isAnythingUnsaved } from '../ui/unsaved';

/** `system:reload`. */
export interface Reload {
  readonly id: string;
  readonly reason: string;
  /** Over which pages spread, so that they do not all come at once. */
  readonly withinSeconds: number;
}

const KEY = 'fanfare.reloads';
const MOST = 20;
const LONGEST_SECONDS = 600;

let inMemory: readonly string[] = [];

/** Whether this tab has not been asked for this reload before; from then on it has, also once it is loaded anew. */
export function isFirstTime(id: string, storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): boolean {
  const known = [...new Set([...stored(storage), ...inMemory])];
  if (known.includes(id)) {
    return false;
  }
  const all = [...known, id].slice(-MOST);
  inMemory = all;
  try {
    storage?.setItem(KEY, JSON.stringify(all));
  } catch {
    // Then it is known until the page is left.
  }
  return true;
}

function stored(storage: Pick<Storage, 'getItem'> | undefined): readonly string[] {
  try {
    const ids: unknown = JSON.parse(storage?.getItem(KEY) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** @param random from 0 to 1 */
export function waitMs({ withinSeconds }: Pick<Reload, 'withinSeconds'>, random: number): number {
  return Math.min(Math.max(0, withinSeconds), LONGEST_SECONDS) * 1_000 * random;
}

/**
 * Loads the page anew once there is a connection, without which nothing would come.
 *
 * @param ask called instead where somebody would lose what they have written
 */
export function whenSafe(reload: () => void, ask: () => void): void {
  if (!navigator.onLine) {
    addEventListener('online', () => whenSafe(reload, ask), { once: true });
  } else if (isAnythingUnsaved()) {
    ask();
  } else {
    reload();
  }
}
