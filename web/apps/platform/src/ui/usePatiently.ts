import { useEffect, useState } from 'react';

/** True once it has been so for a while: what is short is not worth a word. */
export function usePatiently(isSo: boolean, patienceMs = 1_500): boolean {
  const [hasLasted, setLasted] = useState(false);
  useEffect(() => {
    if (!isSo) {
      return undefined;
    }
    const timer = setTimeout(() => setLasted(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [isSo, patienceMs]);
  return isSo && hasLasted;
}
