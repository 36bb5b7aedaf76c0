import { useEffect, useState } from 'react';

const QUIET_MS = 350;

/** A value once it has not changed for a moment: for what costs others something. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
