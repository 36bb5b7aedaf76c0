import { expect, test, vi } from 'vitest';
import { guard } from '../ui/unsaved';
import { type Announcement, leadOf, shown, toneOf } from './announcement';
import { isFirstTime, waitMs, whenSafe } from './reload';

const now = Date.parse('2026-01-01T12:00:00.000Z');
const plain: Announcement = { id: 'a1', kind: 'announcement', message: 'Hello', status: null, startsAt: null, endsAt: null };
const nobody = new Set<string>();

const isShown = (change: Partial<Announcement>, dismissed: ReadonlySet<string> = nobody) =>
  shown([{ ...plain, ...change }], dismissed, now).length > 0;

test('what is over, not yet due, put away or in order is not shown', () => {
  expect(isShown({})).toBe(true);
  expect(isShown({ endsAt: '2026-01-01T11:59:59.000Z' })).toBe(false);
  expect(isShown({ startsAt: '2026-01-01T12:00:01.000Z' })).toBe(false);
  expect(isShown({}, new Set(['a1']))).toBe(false);
  expect(isShown({ kind: 'status', status: 'operational' })).toBe(false);
  expect(isShown({ kind: 'reload' })).toBe(false);
});

test('maintenance is told before it begins', () => {
  const planned: Announcement = {
    ...plain,
    kind: 'maintenance',
    startsAt: '2026-01-01T13:00:00.000Z',
    endsAt: '2026-01-01T14:00:00.000Z',
  };
  const hour = (instant: string) => instant.slice(11, 16);
  expect(shown([planned], nobody, now)).toEqual([planned]);
  expect(leadOf(planned, now, hour)).toBe('Maintenance from 13:00 until 14:00');
  expect(leadOf(planned, Date.parse('2026-01-01T13:30:00.000Z'), hour)).toBe('Maintenance until 14:00');
});

test('an outage looks worse than a plan', () => {
  expect(toneOf({ ...plain, kind: 'status', status: 'outage' })).toBe('danger');
  expect(toneOf({ ...plain, kind: 'status', status: 'degraded' })).toBe('brass');
  expect(toneOf(plain)).toBe('plain');
});

test('a page is loaded anew once for each request, also after it was', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(isFirstTime('r1', storage)).toBe(true);
  expect(isFirstTime('r1', storage)).toBe(false);
  expect(isFirstTime('r2', storage)).toBe(true);
  expect([...kept.values()]).toEqual(['["r1","r2"]']);
});

test('where nothing can be kept it is at least not done twice by the same page', () => {
  expect(isFirstTime('r3', undefined)).toBe(true);
  expect(isFirstTime('r3', undefined)).toBe(false);
});

test('what another page of the tab has kept counts, and what is broken does not', () => {
  const storage = (text: string) => ({ getItem: () => text, setItem: () => {} });
  expect(isFirstTime('r4', storage('["r4"]'))).toBe(false);
  expect(isFirstTime('r5', storage('{'))).toBe(true);
});

test('pages spread over the time they are given, which has an end', () => {
  expect(waitMs({ withinSeconds: 30 }, 0.5)).toBe(15_000);
  expect(waitMs({ withinSeconds: -1 }, 0.5)).toBe(0);
  expect(waitMs({ withinSeconds: 86_400 }, 1)).toBe(600_000);
});

test('what was written while there was no connection is asked for before the page is loaded anew', () => {
  const listeners: Array<() => void> = [];
  const network = { onLine: false };
  vi.stubGlobal('navigator', network);
  vi.stubGlobal('addEventListener', (_type: string, listener: () => void) => listeners.push(listener));
  const reload = vi.fn();
  const ask = vi.fn();
  whenSafe(reload, ask);
  const end = guard(() => true);
  network.onLine = true;
  listeners.forEach((listener) => listener());
  expect([reload.mock.calls.length, ask.mock.calls.length]).toEqual([0, 1]);
  end();
  whenSafe(reload, ask);
  expect([reload.mock.calls.length, ask.mock.calls.length]).toEqual([1, 1]);
  vi.unstubAllGlobals();
});
