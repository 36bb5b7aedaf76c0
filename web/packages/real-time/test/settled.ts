import { act } from '@testing-library/react';
import { vi } from 'vitest';

/** Lets everything happen that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

/** Waits for what takes its time, on a slow machine as well. */
export function eventually(claim: () => void): Promise<void> {
  return vi.waitFor(claim, { timeout: 15_000, interval: 10 });
}
